package dev.tidegate.cli;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting, within limits. */
final class Patience {
    private Patience() {}

    static boolean until(Duration limit, Duration pause, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(pause);
        }
        return true;
    }

    static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Failure.failed("interrupted");
        }
    }
}
