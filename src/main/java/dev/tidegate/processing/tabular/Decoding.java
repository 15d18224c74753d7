package dev.tidegate.processing.tabular;

import dev.tidegate.processing.document.Bytes;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.TextBytes;
import dev.tidegate.processing.document.Utf8;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * In which encoding a source's texts are: UTF-8, or the single-byte one that its parameter {@code
 * encoding} names. A byte-order mark says it better than either. Bytes that the encoding doesn't
 * have stand in the text as {@link Utf8#decodeKeeping} keeps them.
 *
 * @param mayHoldBadBytes whether there is any such byte
 */
record Decoding(Charset charset, boolean mayHoldBadBytes) {
    static final Decoding NONE = new Decoding(StandardCharsets.UTF_8, false);
    private static final Pattern SINGLE_BYTE =
            Pattern.compile("windows-125[0-8]|iso-8859-([1-9]|1[356])");
    private static final char REPLACEMENT = 0xFFFD;
    private static final char KEPT = 0xDC00;

    /** As the source says; {@link #of} tells whether the bytes are so. */
    static Charset told(Map<String, String> parameters) {
        String name = parameters.getOrDefault("encoding", "utf-8").strip().toLowerCase(Locale.ROOT);
        if (name.equals("utf-8") || name.isEmpty()) {
            return StandardCharsets.UTF_8;
        }
        if (!SINGLE_BYTE.matcher(name).matches() || !Charset.isSupported(name)) {
            throw new BadParameter(
                    "encoding",
                    "\"" + name + "\" is none of utf-8, windows-1250 to 1258, iso-8859-1 to 16");
        }
        return Charset.forName(name);
    }

    static Decoding of(byte[] bytes, Charset told) {
        boolean marked = Bytes.utf16(bytes).isPresent() || Bytes.afterMark(bytes) > 0;
        Charset charset = marked ? StandardCharsets.UTF_8 : told;
        boolean bad =
                charset == StandardCharsets.UTF_8
                        ? Utf8.firstInvalid(bytes, 0, bytes.length) >= 0
                        : new String(bytes, charset).indexOf(REPLACEMENT) >= 0;
        return new Decoding(charset, bad);
    }

    String text(byte[] bytes) {
        var utf16 = Bytes.utf16(bytes);
        if (utf16.isPresent()) {
            return new String(bytes, 2, bytes.length - 2, utf16.get());
        }
        return charset == StandardCharsets.UTF_8
                ? Utf8.decodeKeeping(bytes, Bytes.afterMark(bytes), bytes.length)
                : keeping(bytes);
    }

    /** The text with its bytes' places, where none of them is bad. */
    TextBytes textBytes(byte[] bytes) {
        var utf16 = Bytes.utf16(bytes);
        int start =
                utf16.isPresent()
                        ? 2
                        : charset == StandardCharsets.UTF_8 ? Bytes.afterMark(bytes) : 0;
        return new TextBytes(text(bytes), bytes.length, start, utf16.orElse(charset));
    }

    /** A byte is a character, so that one without a meaning is found where it stands. */
    private String keeping(byte[] bytes) {
        String text = new String(bytes, charset);
        if (!mayHoldBadBytes) {
            return text;
        }
        var kept = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == REPLACEMENT) {
                kept.setCharAt(i, (char) (KEPT + (bytes[i] & 0xFF)));
            }
        }
        return kept.toString();
    }

    /**
     * @param at index of the kept byte in the field
     */
    Failure badByte(String place, String field, int at) {
        boolean utf8 = charset == StandardCharsets.UTF_8;
        return Failure.dataQuality(
                utf8 ? "invalid_utf8" : "invalid_encoding",
                place,
                "Byte 0x%02X at character %d is no %s%s."
                        .formatted(
                                Utf8.invalidByte(field, at),
                                at + 1,
                                utf8 ? "UTF-8" : charset.name(),
                                utf8 ? "; the file may be in windows-1252" : ""),
                "Export as UTF-8, or tell the encoding in the source's parameter encoding, then"
                        + " send it again.");
    }
}
