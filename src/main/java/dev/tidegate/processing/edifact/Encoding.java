package dev.tidegate.processing.edifact;

import dev.tidegate.processing.document.Bytes;
import dev.tidegate.processing.document.Utf8;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text that bytes are. UTF-8 where they are that, whatever was told, for nothing else looks
 * like it; else the repertoire that the first UNB names (ISO 9735, UNB01); else ISO 8859-1.
 *
 * @param told whether the sender said so, or it is UTF-8
 */
record Encoding(Charset charset, boolean told) {
    private static final int SYNTAX_WITHIN = 2_000;
    private static final Pattern SYNTAX = Pattern.compile("UNB[^A-Za-z0-9](UN[A-Z]{2})");
    private static final Map<String, String> REPERTOIRES =
            Map.of(
                    "UNOC", "ISO-8859-1",
                    "UNOD", "ISO-8859-2",
                    "UNOE", "ISO-8859-5",
                    "UNOF", "ISO-8859-7",
                    "UNOG", "ISO-8859-3",
                    "UNOH", "ISO-8859-4",
                    "UNOI", "ISO-8859-6",
                    "UNOJ", "ISO-8859-8",
                    "UNOK", "ISO-8859-9");

    /** The charset of the repertoire of that name, of the parts of ISO 8859. */
    static Optional<Charset> repertoire(String name) {
        return Optional.ofNullable(REPERTOIRES.get(name)).map(Charset::forName);
    }

    static Encoding of(byte[] bytes) {
        var utf16 = Bytes.utf16(bytes);
        if (utf16.isPresent()) {
            return new Encoding(utf16.get(), true);
        }
        if (Utf8.firstInvalid(bytes, 0, bytes.length) < 0) {
            return new Encoding(StandardCharsets.UTF_8, true);
        }
        int length = Math.min(bytes.length, SYNTAX_WITHIN);
        var syntax = SYNTAX.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        String repertoire = syntax.find() ? REPERTOIRES.get(syntax.group(1)) : null;
        return repertoire == null
                ? new Encoding(StandardCharsets.ISO_8859_1, false)
                : new Encoding(Charset.forName(repertoire), true);
    }
}
