package dev.tidegate.processing.xml;

import dev.tidegate.processing.document.Bytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bytes to text by the first that tells: a byte-order mark, the pattern of {@code <} in UTF-16, the
 * source's parameter {@code encoding}, the XML declaration, else UTF-8 (XML 1.0, appendix F).
 * Nothing is replaced: a byte that is no text is refused where it stands.
 */
final class Encodings {
    private static final int DECLARATION_LENGTH_MAX = 400;
    private static final Pattern DECLARED =
            Pattern.compile(
                    "^\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final Pattern KNOWN =
            Pattern.compile(
                    "(?i)utf-?8|utf-?16(le|be)?|us-ascii|iso-8859-\\d{1,2}|latin1|windows-125\\d"
                            + "|cp125\\d");

    private Encodings() {}

    /**
     * @param charset that the text was read by, from the byte {@code from} on
     * @param declaredWrong whether the declaration names an encoding that the bytes are not in
     */
    record Decoded(String text, Charset charset, int from, boolean declaredWrong) {}

    static Decoded decode(byte[] bytes, Optional<String> ofSource) {
        int from = Bytes.afterMark(bytes);
        var declared = declared(bytes, from).map(Encodings::charset);
        var seen = from > 0 ? Optional.of(StandardCharsets.UTF_8) : utf16(bytes);
        if (seen.isPresent()) {
            return new Decoded(
                    text(bytes, from, seen.get()),
                    seen.get(),
                    from,
                    declared.isPresent() && isOther(declared.get(), seen.get()));
        }
        var told = ofSource.map(Encodings::charset).or(() -> declared);
        boolean wrong = told.isPresent() && isUtf16(told.get());
        var charset = wrong ? StandardCharsets.UTF_8 : told.orElse(StandardCharsets.UTF_8);
        return new Decoded(text(bytes, from, charset), charset, from, wrong);
    }

    private static Optional<Charset> utf16(byte[] bytes) {
        var marked = Bytes.utf16(bytes);
        if (marked.isPresent() || bytes.length < 2) {
            return marked;
        }
        if (bytes[0] == '<' && bytes[1] == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return bytes[0] == 0 && bytes[1] == '<'
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    private static Optional<String> declared(byte[] bytes, int from) {
        int length = Math.min(bytes.length - from, DECLARATION_LENGTH_MAX);
        var start = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        var matcher = DECLARED.matcher(start.replace("\0", ""));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Charset charset(String name) {
        if (KNOWN.matcher(name).matches() && Charset.isSupported(name)) {
            return Charset.forName(name);
        }
        throw Refused.dataQuality(
                "unsupported_encoding",
                "line 1 column 1",
                "The encoding \"" + name + "\" is not read here.",
                "Write UTF-8, UTF-16, ISO 8859 or windows-125x, or name the encoding in the"
                        + " source's parameter encoding.");
    }

    private static boolean isOther(Charset declared, Charset seen) {
        return isUtf16(declared) ? !isUtf16(seen) : !declared.equals(seen);
    }

    private static boolean isUtf16(Charset charset) {
        return charset.name().startsWith("UTF-16");
    }

    private static String text(byte[] bytes, int from, Charset charset) {
        var in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        var out = CharBuffer.allocate(bytes.length - from);
        var result =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(in, out, true);
        if (result.isError()) {
            throw invalid(bytes, in.position(), charset);
        }
        return out.flip().toString();
    }

    private static Refused invalid(byte[] bytes, int at, Charset charset) {
        return Refused.dataQuality(
                charset.equals(StandardCharsets.UTF_8) ? "invalid_utf8" : "invalid_encoding",
                "byte " + at,
                "Byte 0x%02X is no %s there.".formatted(bytes[at], charset.name()),
                "Let the sender write the encoding that it declares, or name the one it writes in"
                        + " the source's parameter encoding.");
    }
}
