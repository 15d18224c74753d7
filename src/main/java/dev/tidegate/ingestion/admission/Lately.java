package dev.tidegate.ingestion.admission;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What this process accepted in the last second or so, which the backlog may not show yet: two
 * slots of half a second, of which the older is forgotten as a new one begins. A message may be
 * counted here and there at once, so a lane changes a little early rather than late.
 */
final class Lately {
    private static final long SLOT_MS = 500;

    private final Clock clock;
    private final AtomicLong current = new AtomicLong();
    private volatile long previous;
    private volatile long slot;

    Lately(Clock clock) {
        this.clock = clock;
        this.slot = clock.millis() / SLOT_MS;
    }

    void add() {
        current.incrementAndGet();
    }

    long count() {
        long now = clock.millis() / SLOT_MS;
        if (now != slot) {
            turn(now);
        }
        return current.get() + previous;
    }

    private synchronized void turn(long now) {
        if (now == slot) {
            return;
        }
        long ended = current.getAndSet(0);
        previous = now == slot + 1 ? ended : 0;
        slot = now;
    }
}
