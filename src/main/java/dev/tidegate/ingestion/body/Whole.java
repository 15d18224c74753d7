package dev.tidegate.ingestion.body;

import dev.tidegate.ingestion.admission.Pass;
import java.util.Arrays;

/** A body read whole. Memory is held for what has come, not for what was announced. */
public final class Whole {
    private static final int FIRST_BYTES = 64 * 1024;

    private Whole() {}

    public static byte[] read(Body body, Pass pass) throws BodyRefused {
        long announced = body.announced();
        var buffer = new byte[first(announced)];
        hold(pass, buffer.length);
        int filled = 0;
        while (filled != announced) {
            if (filled == buffer.length) {
                int larger = larger(buffer.length, announced);
                hold(pass, larger - buffer.length);
                buffer = Arrays.copyOf(buffer, larger);
            }
            int got = body.read(buffer, filled, buffer.length - filled);
            if (got < 0) {
                break;
            }
            filled += got;
        }
        if (filled < announced) {
            throw new BodyRefused(BodyProblems.brokenOff());
        }
        return filled == buffer.length ? buffer : Arrays.copyOf(buffer, filled);
    }

    private static int first(long announced) {
        return (int) (announced < 0 ? FIRST_BYTES : Math.min(announced, FIRST_BYTES));
    }

    private static int larger(int length, long announced) {
        long doubled = 2L * Math.max(length, FIRST_BYTES / 2);
        return (int) (announced < 0 ? doubled : Math.min(doubled, announced));
    }

    static void hold(Pass pass, long bytes) throws BodyRefused {
        if (!pass.hold(bytes)) {
            throw new BodyRefused(BodyProblems.noMemory());
        }
    }
}
