package dev.tidegate.console.raw;

import dev.tidegate.contract.Transcript;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A message's bytes as lines for a person.
 *
 * @param form how they were read: {@code JSON}, {@code X12}, {@code EDIFACT}, {@code text}, {@code
 *     workbook} or {@code bytes}
 * @param bytes of the whole message
 * @param cut whether more stands in the message than is shown
 */
public record RawText(String form, List<Line> lines, long bytes, boolean cut) {
    static final int SHOWN_BYTES_MAX = 64 * 1024;
    static final int SHOWN_LINES_MAX = 600;

    /**
     * One line.
     *
     * @param number from 1
     * @param place what stands here, in the words of a dead letter
     * @param from where the marked part begins; equal to {@code to} where nothing is marked
     */
    public record Line(int number, String text, String place, int from, int to) {
        static Line of(int number, String text, String place) {
            return new Line(number, text, place, 0, 0);
        }

        Line marked(int begin, int end) {
            return new Line(number, text, place, begin, Math.max(begin, end));
        }

        /** Whether this is the place asked for. */
        public boolean at() {
            return to > from;
        }

        public String before() {
            return text.substring(0, from);
        }

        public String wrong() {
            return text.substring(from, to);
        }

        public String after() {
            return text.substring(to);
        }
    }

    /**
     * @param ref place of the entry in the message, which its places start from
     * @param place to be marked; empty for the entry itself
     */
    public static RawText of(byte[] message, String ref, String place) {
        byte[] shown = message.length <= SHOWN_BYTES_MAX ? message : head(message);
        var text = utf8(shown);
        if (text.isEmpty()) {
            return bounded("bytes", HexLines.of(shown), message, ref, place);
        }
        String plain = text.get();
        if (X12Lines.looksLike(plain)) {
            return bounded("X12", X12Lines.of(plain), message, ref, place);
        }
        if (EdifactLines.looksLike(plain)) {
            return bounded("EDIFACT", EdifactLines.of(plain), message, ref, place);
        }
        return JsonLines.of(plain)
                .map(lines -> bounded("JSON", lines, message, ref, place))
                .orElseGet(() -> bounded("text", TextLines.of(plain), message, ref, place));
    }

    /**
     * The same, where the bytes may be a table that is no text.
     *
     * @param rows of it; none where it is a text
     */
    public static RawText of(byte[] message, List<Transcript.Row> rows, String ref, String place) {
        return rows.isEmpty()
                ? of(message, ref, place)
                : new RawText("workbook", TableLines.of(rows), message.length, true);
    }

    private static RawText bounded(
            String form, List<Line> all, byte[] message, String ref, String place) {
        var marked = Places.mark(all, ref, place);
        var window = Places.window(marked, SHOWN_LINES_MAX);
        return new RawText(
                form,
                window,
                message.length,
                window.size() < all.size() || message.length > SHOWN_BYTES_MAX);
    }

    /** Cut where a character begins, so that the last one stays whole. */
    private static byte[] head(byte[] message) {
        int end = SHOWN_BYTES_MAX;
        while (end > 0 && (message[end] & 0xC0) == 0x80) {
            end--;
        }
        return java.util.Arrays.copyOf(message, end);
    }

    /** Empty when they are no UTF-8, or hold a control character that no text has. */
    private static Optional<String> utf8(byte[] bytes) {
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.chars().anyMatch(RawText::inNoText) ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Line ends, tabs and EDI's separators are in texts; other control characters are not. */
    private static boolean inNoText(int c) {
        return c < ' ' && "\t\n\r\f\u0007\u001c\u001d\u001e\u001f".indexOf(c) < 0;
    }
}
