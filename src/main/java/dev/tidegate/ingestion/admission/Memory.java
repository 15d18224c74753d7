package dev.tidegate.ingestion.admission;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that may be held at a time. */
final class Memory {
    private final long max;
    private final AtomicLong held = new AtomicLong();

    Memory(long max) {
        this.max = max;
    }

    boolean take(long bytes) {
        if (held.addAndGet(bytes) <= max) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
