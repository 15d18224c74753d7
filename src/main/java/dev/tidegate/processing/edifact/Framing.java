package dev.tidegate.processing.edifact;

import dev.tidegate.processing.edi.Finding;
import dev.tidegate.processing.edi.Flaw;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the interchanges in a text as they come in the wild: behind a byte-order mark, blanks or a
 * mail's header; with or without a UNA; wrapped at any column or a line a segment; without the last
 * terminator; one interchange behind another; messages without an interchange around them. What is
 * no interchange is kept as what it is. Linear in the text.
 */
final class Framing {
    private static final int TAG_LENGTH = 3;
    private final String text;
    private final List<Part> parts = new ArrayList<>();

    private Framing(String text) {
        this.text = text;
    }

    /** A part of the text: an interchange, or what is none. */
    sealed interface Part {
        record Whole(Interchange interchange) implements Part {}

        /**
         * @param begin index of its first character, {@code end} behind its last
         */
        record Malformed(int begin, int end, String reason) implements Part {}
    }

    static List<Part> read(String text) {
        var framing = new Framing(text);
        framing.readParts();
        return framing.parts;
    }

    private void readParts() {
        int at = skipBlanks(0);
        while (at < text.length()) {
            at = skipBlanks(readPart(at));
        }
    }

    private int readPart(int at) {
        if (begins("UNA", at) && at + Delimiters.UNA_LENGTH <= text.length()) {
            return readInterchange(
                    at,
                    Delimiters.told(text, at),
                    skipBlanks(at + Delimiters.UNA_LENGTH),
                    "The UNA tells the same character twice, or a letter or digit.");
        }
        if (begins("UNB", at) || begins("UNH", at)) {
            return readInterchange(
                    at,
                    Delimiters.untold(text.charAt(at + TAG_LENGTH)),
                    at,
                    "Without a UNA, elements are parted by +.");
        }
        return malformed(at, "An EDIFACT interchange begins with UNA or UNB.");
    }

    private int readInterchange(int begin, Delimiters delimiters, int from, String unusable) {
        boolean announced =
                from + TAG_LENGTH < text.length()
                        && (from > begin || text.charAt(from + TAG_LENGTH) == delimiters.element());
        if (!announced || !delimiters.isUsable()) {
            return malformed(begin, unusable);
        }
        EdifactSegment unb = null;
        int at = from;
        if (begins("UNB", from)) {
            int end = end(delimiters, from);
            unb = segment(delimiters, from, end);
            at = Math.min(end + 1, text.length());
        }
        var interchange = new Interchange(unb, delimiters, begin);
        parts.add(new Part.Whole(interchange));
        return readSegments(interchange, at);
    }

    private int readSegments(Interchange interchange, int from) {
        var envelopes = new Envelopes(interchange);
        int at = skipBlanks(from);
        while (at < text.length() && !beginsInterchange(at)) {
            int end = end(interchange.delimiters, at);
            if (end == text.length()) {
                interchange.findings.add(
                        new Finding(Flaw.MISSING_TERMINATOR, "the end", "No terminator ends it."));
            }
            int cut = lineBeginsInterchange(at, end);
            if (!envelopes.add(segment(interchange.delimiters, at, cut))) {
                return cut == end ? Math.min(end + 1, text.length()) : cut;
            }
            at = skipBlanks(cut == end ? Math.min(end + 1, text.length()) : cut);
        }
        envelopes.breakOff();
        return at;
    }

    /** Index of the segment's terminator; the text's end where it has none. */
    private int end(Delimiters delimiters, int from) {
        int end = delimiters.end(text, from);
        return end < 0 ? text.length() : end;
    }

    /**
     * Where within a segment that lacks its terminator the next interchange begins on a new line.
     */
    private int lineBeginsInterchange(int from, int end) {
        for (int at = from + 1; at < end; at++) {
            if (isLineBreak(text.charAt(at - 1)) && beginsInterchange(at)) {
                return at;
            }
        }
        return end;
    }

    private EdifactSegment segment(Delimiters delimiters, int begin, int end) {
        String content = text.substring(begin, end);
        return EdifactSegment.of(
                delimiters.endsLines() ? content : withoutLineBreaks(content),
                delimiters,
                begin,
                end);
    }

    private int malformed(int begin, String reason) {
        int next = begin + 1;
        while (next < text.length() && !beginsInterchange(next)) {
            next++;
        }
        parts.add(new Part.Malformed(begin, next, reason));
        return next;
    }

    private boolean beginsInterchange(int at) {
        return text.charAt(at) == 'U' && (begins("UNA", at) || begins("UNB", at));
    }

    /** The tag, and no letter or digit before or behind it. */
    private boolean begins(String tag, int at) {
        return text.startsWith(tag, at)
                && at + TAG_LENGTH < text.length()
                && isMark(text.charAt(at + TAG_LENGTH))
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private static boolean isMark(char c) {
        return !Character.isLetterOrDigit(c) && c != ' ' && !isLineBreak(c);
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\uFEFF' || isLineBreak(c);
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static String withoutLineBreaks(String content) {
        return content.indexOf('\n') < 0 && content.indexOf('\r') < 0
                ? content
                : content.replace("\r", "").replace("\n", "");
    }
}
