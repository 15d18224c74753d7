package dev.tidegate.processing.workbook;

import java.util.regex.Pattern;

/**
 * The text of a string item (ECMA-376 part 1, 18.4.8): that of its runs, without the readings of
 * Japanese; {@code _x000D_} stands for a character that XML can't hold (22.9.2.19).
 */
final class Texts {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final StringBuilder text = new StringBuilder();
    private final int lengthMax;
    private boolean inText;
    private int phonetic;

    Texts(int lengthMax) {
        this.lengthMax = lengthMax;
    }

    void begin(Markup in) {
        phonetic += in.is("rPh") ? 1 : 0;
        inText = in.is("t") && phonetic == 0;
    }

    void end(Markup in) {
        phonetic -= in.is("rPh") ? 1 : 0;
        inText = false;
    }

    void add(Markup in) {
        if (inText) {
            append(in.text());
        }
    }

    /** What no tag of a string item encloses: a cell's value. */
    void append(String more) {
        if (text.length() + more.length() > lengthMax) {
            throw WorkbookRefused.limit(
                    "",
                    "A cell has more than " + lengthMax + " characters.",
                    "workbook.cell-length-max");
        }
        text.append(more);
    }

    /** What was collected, and begins anew. */
    String taken() {
        String taken = text.toString();
        text.setLength(0);
        return taken.contains("_x")
                ? ESCAPED.matcher(taken)
                        .replaceAll(
                                found ->
                                        java.util.regex.Matcher.quoteReplacement(
                                                String.valueOf(
                                                        (char)
                                                                Integer.parseInt(
                                                                        found.group(1), 16))))
                : taken;
    }
}
