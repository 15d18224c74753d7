package dev.tidegate.ingestion.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, of at most so many bytes and in at most so much time. gzip is unpacked on
 * the way, as far as it stays within both bounds and within a ratio.
 */
public final class Body {
    /** Below this much the ratio says nothing. */
    private static final long RATIO_COUNTS_FROM = 1024 * 1024;

    private final Wire wire;
    private final InputStream in;
    private final Bounds bounds;
    private final long deadline;
    private final long announced;
    private long read;

    /**
     * @param bytesMax unpacked
     * @param hint what to do with larger ones
     */
    public record Bounds(long bytesMax, Duration timeout, int inflationRatioMax, String hint) {}

    /**
     * @throws BodyRefused when it is announced too large or in an unknown coding, before a byte is
     *     read
     */
    public static Body of(HttpServletRequest request, Bounds bounds)
            throws BodyRefused, IOException {
        long announced = request.getContentLengthLong();
        if (announced > bounds.bytesMax()) {
            throw new BodyRefused(BodyProblems.tooLarge(bounds.bytesMax(), bounds.hint()));
        }
        var coding = request.getHeader("Content-Encoding");
        return new Body(request.getInputStream(), coding, announced, bounds);
    }

    Body(InputStream in, @Nullable String coding, long announced, Bounds bounds)
            throws BodyRefused {
        this.bounds = bounds;
        this.deadline = System.nanoTime() + bounds.timeout().toNanos();
        this.wire = new Wire(in);
        var kind = coding == null ? "identity" : coding.strip().toLowerCase(Locale.ROOT);
        switch (kind) {
            case "identity", "" -> {
                this.in = wire;
                this.announced = announced;
            }
            case "gzip", "x-gzip" -> {
                this.in = unpacked(wire);
                this.announced = -1;
            }
            default -> throw new BodyRefused(BodyProblems.unsupportedCoding(kind));
        }
    }

    private static InputStream unpacked(InputStream packed) throws BodyRefused {
        try {
            return new GZIPInputStream(packed, 16 * 1024);
        } catch (ZipException | EOFException e) {
            throw new BodyRefused(BodyProblems.notGzip());
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    /** The bytes there will be; -1 when that isn't known. */
    public long announced() {
        return announced;
    }

    /** Like {@link InputStream#read(byte[], int, int)}. */
    public int read(byte[] into, int from, int length) throws BodyRefused {
        try {
            int got = in.read(into, from, length);
            if (got > 0) {
                read += got;
                check();
            }
            return got;
        } catch (ZipException e) {
            throw new BodyRefused(BodyProblems.notGzip());
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    private void check() throws BodyRefused {
        if (read > bounds.bytesMax()) {
            throw new BodyRefused(BodyProblems.tooLarge(bounds.bytesMax(), bounds.hint()));
        }
        if (in != wire
                && read > RATIO_COUNTS_FROM
                && read > wire.passed * bounds.inflationRatioMax()) {
            throw new BodyRefused(BodyProblems.inflatesTooMuch(bounds.inflationRatioMax()));
        }
        if (System.nanoTime() - deadline > 0) {
            throw new BodyRefused(BodyProblems.tooSlow(bounds.timeout().toString()));
        }
    }

    /** Jetty tells of an idle connection by a timeout, wrapped or not. */
    private static BodyRefused refusal(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return new BodyRefused(BodyProblems.tooSlow("a long silence"));
            }
        }
        return new BodyRefused(BodyProblems.brokenOff());
    }

    /** Counts the bytes as they come over the line. */
    private static final class Wire extends InputStream {
        private final InputStream in;
        private long passed;

        Wire(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int octet = in.read();
            passed += octet < 0 ? 0 : 1;
            return octet;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = in.read(into, from, length);
            passed += Math.max(got, 0);
            return got;
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }
    }
}
