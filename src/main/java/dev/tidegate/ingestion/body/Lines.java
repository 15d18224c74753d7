package dev.tidegate.ingestion.body;

import dev.tidegate.ingestion.admission.Pass;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a body one after the other, without their ends; blank ones are passed over. Only the
 * line in hand is in memory.
 */
public final class Lines {
    private static final int BUFFER_BYTES = 128 * 1024;

    private final Body body;
    private final Pass pass;
    private final int lineBytesMax;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private int scanned;
    private boolean ended;
    private long number;

    public Lines(Body body, Pass pass, int lineBytesMax) throws BodyRefused {
        this.body = body;
        this.pass = pass;
        this.lineBytesMax = lineBytesMax;
        Whole.hold(pass, BUFFER_BYTES);
    }

    /** The number of the line given last, from 1, blank ones counted. */
    public long number() {
        return number;
    }

    /**
     * The next line; null after the last.
     *
     * @throws BodyRefused naming the line when it is too long
     */
    public byte @Nullable [] next() throws BodyRefused {
        while (true) {
            int end = endOfLine();
            if (end < 0 && !ended) {
                fill();
                continue;
            }
            int stop = end < 0 ? to : end;
            if (end < 0 && from == to) {
                return null;
            }
            number++;
            int begin = from;
            from = end < 0 ? to : end + 1;
            scanned = from;
            int trimmed = stop > begin && buffer[stop - 1] == '\r' ? stop - 1 : stop;
            if (trimmed - begin > lineBytesMax) {
                throw tooLong();
            }
            if (!isBlank(begin, trimmed)) {
                return Arrays.copyOfRange(buffer, begin, trimmed);
            }
        }
    }

    private int endOfLine() {
        for (int i = scanned; i < to; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        scanned = to;
        return -1;
    }

    private void fill() throws BodyRefused {
        if (to - from > lineBytesMax + 1) {
            number++;
            throw tooLong();
        }
        if (to == buffer.length) {
            makeRoom();
        }
        int got = body.read(buffer, to, buffer.length - to);
        ended = got < 0;
        to += Math.max(got, 0);
    }

    private void makeRoom() throws BodyRefused {
        int length = to - from;
        var target = buffer;
        if (length > buffer.length / 2) {
            Whole.hold(pass, buffer.length);
            target = new byte[2 * buffer.length];
        }
        System.arraycopy(buffer, from, target, 0, length);
        buffer = target;
        scanned -= from;
        from = 0;
        to = length;
    }

    private boolean isBlank(int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private BodyRefused tooLong() {
        return new BodyRefused(
                BodyProblems.tooLarge(lineBytesMax, "Send that message by itself, without NDJSON.")
                        .at("line:" + number, "more than " + lineBytesMax + " bytes"));
    }
}
