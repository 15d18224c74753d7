package dev.tidegate.console.raw;

import java.util.ArrayList;
import java.util.List;

/** X12: a line for each segment, terminator and all, as the ISA itself says they end. */
final class X12Lines {
    private static final int TERMINATOR = 105;

    private X12Lines() {}

    static boolean looksLike(String text) {
        int start = start(text);
        return text.startsWith("ISA", start) && text.length() > start + TERMINATOR;
    }

    static List<RawText.Line> of(String text) {
        int start = start(text);
        char element = text.charAt(start + 3);
        char terminator = text.charAt(start + TERMINATOR);
        var lines = new ArrayList<RawText.Line>();
        int from = start;
        while (from < text.length()) {
            int end = text.indexOf(terminator, from);
            int to = end < 0 ? text.length() : end + 1;
            var segment = text.substring(from, to).strip();
            if (!segment.isEmpty()) {
                int number = lines.size() + 1;
                var place = "segment:" + number + "/" + tag(segment, element);
                lines.add(new RawText.Line(number, Visible.of(segment), place, false));
            }
            from = to;
        }
        return lines;
    }

    private static String tag(String segment, char element) {
        int end = segment.indexOf(element);
        return end < 0 ? segment : segment.substring(0, end);
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
