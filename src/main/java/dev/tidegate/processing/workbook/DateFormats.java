package dev.tidegate.processing.workbook;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which cell formats show a number as a date or a time (ECMA-376 part 1, 18.8.30). */
final class DateFormats {
    /** Quoted texts, escaped characters, paddings, and what brackets hold: colours, conditions. */
    private static final Pattern NOT_OF_DATES =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^]]*]");

    private static final Pattern ELAPSED = Pattern.compile("(?i)\\[(h+|m+|s+)]");
    private static final Pattern OF_DATES = Pattern.compile("(?i)[ymdhs]");
    private final Map<Integer, String> codes = new HashMap<>();
    private final BitSet dates = new BitSet();
    private final int stylesMax;
    private int styles;
    private boolean inCellFormats;

    private DateFormats(int stylesMax) {
        this.stylesMax = stylesMax;
    }

    static DateFormats of(Archive archive, Optional<String> part, WorkbookSettings limits) {
        var formats = new DateFormats(limits.stylesMax());
        part.flatMap(archive::open)
                .ifPresent(in -> formats.read(new Markup(in, () -> "the workbook's styles")));
        return formats;
    }

    private void read(Markup in) {
        for (var event = in.next(); event != Markup.Event.DONE; event = in.next()) {
            if (event == Markup.Event.BEGIN) {
                begin(in);
            } else if (event == Markup.Event.END && in.is("cellXfs")) {
                inCellFormats = false;
            }
        }
    }

    private void begin(Markup in) {
        if (in.is("numFmt") && codes.size() < stylesMax) {
            codes.put(number(in.attribute("numFmtId")), in.attribute("formatCode"));
        } else if (in.is("cellXfs")) {
            inCellFormats = true;
        } else if (in.is("xf") && inCellFormats) {
            if (styles >= stylesMax) {
                throw WorkbookRefused.limit(
                        "the workbook's styles",
                        "It has more than " + stylesMax + " cell formats.",
                        "workbook.styles-max");
            }
            dates.set(styles++, isDate(number(in.attribute("numFmtId"))));
        }
    }

    /** Elapsed hours are a number of days, not a moment: they stay a number. */
    private boolean isDate(int format) {
        String code = codes.get(format);
        if (code == null) {
            return format >= 14 && format <= 22
                    || format >= 27 && format <= 36
                    || format == 45
                    || format == 47
                    || format >= 50 && format <= 58;
        }
        return !ELAPSED.matcher(code).find()
                && OF_DATES.matcher(NOT_OF_DATES.matcher(code).replaceAll("")).find();
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    boolean isDate(String style) {
        return !style.isEmpty() && dates.get(number(style));
    }
}
