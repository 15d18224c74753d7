package dev.tidegate.ingestion.body;

import dev.tidegate.ingestion.admission.Pass;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a {@code multipart/mixed} body (RFC 2046) one after the other; only the one in hand
 * is in memory. What stands before the first and after the last is passed over.
 */
public final class Parts {
    private static final int HEAD_BYTES_MAX = 16 * 1024;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

    private final Body body;
    private final Pass pass;
    private final int partBytesMax;
    private final byte[] border;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private boolean begun;

    /**
     * @param headers of the part, names in lower case
     */
    public record Part(Map<String, String> headers, byte[] bytes) {}

    /**
     * @throws BodyRefused when the content type names no boundary
     */
    public Parts(String contentType, Body body, Pass pass, int partBytesMax) throws BodyRefused {
        this.body = body;
        this.pass = pass;
        this.partBytesMax = partBytesMax;
        this.border = ("\r\n--" + boundary(contentType)).getBytes(StandardCharsets.ISO_8859_1);
        Whole.hold(pass, BUFFER_BYTES);
        // The first border needs no line before it: give it one.
        buffer[0] = '\r';
        buffer[1] = '\n';
        to = 2;
    }

    /** The next part; null after the last. */
    public @Nullable Part next() throws BodyRefused {
        if (!begun) {
            from = find(border, Integer.MAX_VALUE) + border.length;
            begun = true;
        }
        need(2);
        if (buffer[from] == '-' && buffer[from + 1] == '-') {
            return null;
        }
        skipToNextLine();
        from -= 2; // an empty head ends with the line that the border stands in
        int headEnd = find(HEAD_END, HEAD_BYTES_MAX);
        var headers = headers(from, headEnd);
        from = headEnd + HEAD_END.length;
        if (from >= 2 && startsWith(from - 2)) {
            return finish(headers, from - 2);
        }
        return finish(headers, find(border, partBytesMax));
    }

    private Part finish(Map<String, String> headers, int end) {
        var bytes = end < from ? new byte[0] : Arrays.copyOfRange(buffer, from, end);
        from = end + border.length;
        return new Part(headers, bytes);
    }

    private boolean startsWith(int at) throws BodyRefused {
        int shift = from - at;
        from = at;
        need(border.length);
        boolean found = Arrays.equals(buffer, from, from + border.length, border, 0, border.length);
        from += shift;
        return found;
    }

    private void skipToNextLine() throws BodyRefused {
        need(2);
        while (buffer[from] == ' ' || buffer[from] == '\t') {
            from++;
            need(2);
        }
        if (buffer[from] != '\r' || buffer[from + 1] != '\n') {
            throw malformed("a boundary is followed by other text");
        }
        from += 2;
    }

    /** Where the pattern begins; what is read until there stays in the buffer. */
    private int find(byte[] pattern, int bytesMax) throws BodyRefused {
        int at = from;
        while (true) {
            for (; at + pattern.length <= to; at++) {
                if (buffer[at] == pattern[0]
                        && Arrays.equals(
                                buffer, at, at + pattern.length, pattern, 0, pattern.length)) {
                    return at;
                }
            }
            if (at - from > bytesMax) {
                throw new BodyRefused(BodyProblems.tooLarge(bytesMax, "Send that part by itself."));
            }
            if (!begun) {
                from = at; // what stands before the first border is nobody's
            }
            int passed = at - from;
            more();
            at = from + passed;
        }
    }

    private void need(int bytes) throws BodyRefused {
        while (to - from < bytes) {
            more();
        }
    }

    private void more() throws BodyRefused {
        if (to == buffer.length) {
            var target = buffer;
            if (to - from > buffer.length / 2) {
                Whole.hold(pass, buffer.length);
                target = new byte[2 * buffer.length];
            }
            System.arraycopy(buffer, from, target, 0, to - from);
            buffer = target;
            to -= from;
            from = 0;
        }
        int got = body.read(buffer, to, buffer.length - to);
        if (got < 0) {
            throw malformed("the last boundary is missing");
        }
        to += got;
    }

    private Map<String, String> headers(int begin, int end) throws BodyRefused {
        var headers = new TreeMap<String, String>();
        var head = new String(buffer, begin, end - begin, StandardCharsets.UTF_8).strip();
        for (String line : head.split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon < 0 && !line.isEmpty()) {
                throw malformed("a part's header has no colon");
            }
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static String boundary(String contentType) throws BodyRefused {
        for (String parameter : contentType.split(";")) {
            var pair = parameter.strip().split("=", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("boundary")) {
                var value = pair[1].strip().replaceAll("^\"|\"$", "");
                if (!value.isEmpty() && value.length() <= 70) {
                    return value;
                }
            }
        }
        throw malformed("Content-Type names no boundary of 1 to 70 characters");
    }

    private static BodyRefused malformed(String what) {
        return new BodyRefused(BodyProblems.malformedParts(what));
    }
}
