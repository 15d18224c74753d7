package dev.tidegate.processing.x12;

import dev.tidegate.processing.edi.Finding;
import dev.tidegate.processing.edi.Flaw;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the interchanges in a text as they come in the wild: behind a byte-order mark, blanks or a
 * mail's header; with an ISA of any width; with any terminator, with line breaks behind it or
 * within a segment; without the last one; one interchange behind another. What is no interchange is
 * kept as what it is. Linear in the text.
 */
final class Framing {
    private static final int ISA_ELEMENTS = 16;
    private static final int ISA_LENGTH_MAX = 500;
    private static final int ISA_LENGTH = 106;
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
            if (beginsInterchange(at)) {
                at = readInterchange(at);
            } else {
                int next = nextInterchange(at + 1);
                parts.add(new Part.Malformed(at, next, "An X12 interchange begins with ISA."));
                at = next;
            }
            at = skipBlanks(at);
        }
    }

    private int readInterchange(int begin) {
        char separator = text.charAt(begin + 3);
        int last = begin + 3;
        for (int i = 1; i < ISA_ELEMENTS && last >= 0; i++) {
            last = text.indexOf(separator, last + 1);
        }
        if (last < 0 || last - begin > ISA_LENGTH_MAX) {
            return malformed(begin, "The ISA has not its sixteen elements.");
        }
        String header = withoutLineBreaks(text.substring(begin, last));
        var isa = X12Segment.of(header, separator, begin, last + 1);
        var delimiters = Delimiters.of(text, begin, last + 1, isa.element(11));
        if (delimiters.isEmpty() || Character.isLetterOrDigit(delimiters.get().terminator())) {
            return malformed(begin, "Behind the ISA stands no segment terminator.");
        }
        int behind = last + 1 + delimiters.get().component().length();
        var interchange = new Interchange(isa, delimiters.get());
        if (behind - begin != ISA_LENGTH - 1) {
            interchange.findings.add(
                    new Finding(
                            Flaw.ISA_WIDTH,
                            "ISA",
                            "The ISA has " + (behind - begin) + " characters, not 105."));
        }
        parts.add(new Part.Whole(interchange));
        return readSegments(interchange, behind + 1);
    }

    private int readSegments(Interchange interchange, int from) {
        var envelopes = new Envelopes(interchange);
        char terminator = interchange.delimiters.terminator();
        int at = skipBlanks(from);
        while (at < text.length() && !beginsInterchange(at)) {
            int end = text.indexOf(terminator, at);
            if (end < 0) {
                interchange.findings.add(
                        new Finding(Flaw.MISSING_TERMINATOR, "the end", "No terminator ends it."));
                end = text.length();
            }
            int cut = lineBeginsInterchange(at, end);
            if (!envelopes.add(segment(interchange.delimiters, at, cut))) {
                return Math.min(cut == end ? end + 1 : cut, text.length());
            }
            at = skipBlanks(cut == end ? Math.min(end + 1, text.length()) : cut);
        }
        envelopes.breakOff();
        return at;
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

    private X12Segment segment(Delimiters delimiters, int begin, int end) {
        String content = text.substring(begin, end);
        return X12Segment.of(
                delimiters.endsLines() ? content : withoutLineBreaks(content),
                delimiters.element(),
                begin,
                end);
    }

    private int malformed(int begin, String reason) {
        int next = nextInterchange(begin + 3);
        parts.add(new Part.Malformed(begin, next, reason));
        return next;
    }

    private int nextInterchange(int from) {
        int at = text.indexOf("ISA", from);
        while (at >= 0 && !beginsInterchange(at)) {
            at = text.indexOf("ISA", at + 1);
        }
        return at < 0 ? text.length() : at;
    }

    /** {@code ISA}, a separator, and no letter or digit before it. */
    private boolean beginsInterchange(int at) {
        return text.startsWith("ISA", at)
                && at + 3 < text.length()
                && !Character.isLetterOrDigit(text.charAt(at + 3))
                && text.charAt(at + 3) != ' '
                && !isLineBreak(text.charAt(at + 3))
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\uFEFF')) {
            at++;
        }
        return at;
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
