package dev.tidegate.console.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * X12: a line for each segment, terminator and all, as the ISA itself says they end. The place of a
 * line is its set's, {@code ISA13/GS06/ST02}, and the segment's number within it.
 */
final class X12Lines {
    private static final int TERMINATOR = 105;

    private final Pattern element;
    private final List<RawText.Line> lines = new ArrayList<>();
    private String interchange = "";
    private String group = "";
    private String set = "";
    private int number;

    private X12Lines(char element) {
        this.element = Pattern.compile(Pattern.quote(String.valueOf(element)));
    }

    static boolean looksLike(String text) {
        int start = start(text);
        return text.startsWith("ISA", start) && text.length() > start + TERMINATOR;
    }

    static List<RawText.Line> of(String text) {
        int start = start(text);
        char terminator = text.charAt(start + TERMINATOR);
        var shown = new X12Lines(text.charAt(start + 3));
        int from = start;
        while (from < text.length()) {
            int end = text.indexOf(terminator, from);
            int to = end < 0 ? text.length() : end + 1;
            var segment = text.substring(from, to).strip();
            if (!segment.isEmpty()) {
                shown.add(segment, end < 0 ? segment : segment.substring(0, segment.length() - 1));
            }
            from = to;
        }
        return shown.lines;
    }

    private void add(String segment, String withoutEnd) {
        var elements = element.split(withoutEnd, -1);
        number++;
        switch (elements[0]) {
            case "ISA" -> begin(at(elements, 13), "", "");
            case "GS" -> begin(interchange, at(elements, 6), "");
            case "ST" -> begin(interchange, group, at(elements, 2));
            default -> {}
        }
        var place = interchange + "/" + group + "/" + set + "#" + number;
        lines.add(RawText.Line.of(lines.size() + 1, Visible.of(segment), place));
    }

    private void begin(String ofInterchange, String ofGroup, String ofSet) {
        interchange = ofInterchange;
        group = ofGroup;
        set = ofSet;
        number = 1;
    }

    private static String at(String[] elements, int index) {
        return index < elements.length ? elements[index].strip() : "";
    }

    /** Some senders begin with a byte-order mark or blanks. */
    private static int start(String text) {
        int at = 0;
        while (at < text.length()
                && (text.charAt(at) == '\uFEFF' || Character.isWhitespace(text.charAt(at)))) {
            at++;
        }
        return at;
    }
}
