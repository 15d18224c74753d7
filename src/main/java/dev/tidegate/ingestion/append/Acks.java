package dev.tidegate.ingestion.append;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Counts what one request has handed to the log and not heard of yet. The request's own thread
 * hands over and waits; the log's thread tells.
 */
final class Acks {
    private static final long NOBODY_WAITS = -1;

    private final Thread owner = Thread.currentThread();
    private final AtomicLong open = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private volatile long wakeAt = NOBODY_WAITS;

    void handed(long bytes) {
        open.addAndGet(bytes);
    }

    void told(long bytes, @Nullable Exception failed) {
        if (failed != null) {
            failure.compareAndSet(null, failed);
        }
        if (open.addAndGet(-bytes) <= wakeAt) {
            LockSupport.unpark(owner);
        }
    }

    @Nullable Exception failure() {
        return failure.get();
    }

    /** Waits until no more than that is open; false when it took too long. */
    boolean awaitAtMost(long bytes, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        wakeAt = bytes;
        try {
            while (open.get() > bytes) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                LockSupport.parkNanos(this, left);
                if (Thread.currentThread().isInterrupted()) {
                    return false;
                }
            }
            return true;
        } finally {
            wakeAt = NOBODY_WAITS;
        }
    }
}
