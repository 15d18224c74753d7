package dev.tidegate.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks again and again, for a limited time. */
final class Wait {
    private static final long PAUSE_MS = 25;

    private Wait() {}

    /** True as soon as the condition holds, false when the time is over. */
    static boolean until(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EmbeddedFault("interrupted while waiting for a server", interrupted);
        }
    }
}
