package dev.tidegate.processing.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A text and the bytes that it was read from: which bytes some of its characters are. */
public final class TextBytes {
    private final String text;
    private final int start;
    private final int bytesPerChar;

    /** Of UTF-8 that is more than ASCII: the bytes before each character. */
    private final int @Nullable [] before;

    /**
     * @param bytes in all
     * @param start offset of the text's first byte
     * @param charset UTF-8, UTF-16 or one of a byte a character
     */
    public TextBytes(String text, int bytes, int start, Charset charset) {
        this.text = text;
        this.start = start;
        bytesPerChar = charset.name().startsWith("UTF-16") ? 2 : 1;
        before =
                charset.equals(StandardCharsets.UTF_8) && bytes - start != text.length()
                        ? counted(text)
                        : null;
    }

    /** The characters from {@code begin} to {@code end}, without the blanks around them. */
    public Locator.Stretch stretch(int begin, int end) {
        int from = begin;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        int offset = offset(from);
        return new Locator.Stretch(offset, offset(to) - offset, text.substring(from, to));
    }

    public String text() {
        return text;
    }

    private int offset(int index) {
        return start + (before == null ? index * bytesPerChar : before[index]);
    }

    /** Each half of a surrogate pair is counted as two of its four bytes. */
    private static int[] counted(String text) {
        var before = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int length = c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            before[i + 1] = before[i] + length;
        }
        return before;
    }
}
