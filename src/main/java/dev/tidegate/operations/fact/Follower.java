package dev.tidegate.operations.fact;

import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One client's share of the feed, in a buffer that doesn't grow: who reads too slowly is let go and
 * reads on from the log.
 */
final class Follower {
    private final String tenant;
    private final Set<FactType> wanted;
    private final BlockingQueue<Fact> buffer;
    private volatile boolean overrun;

    Follower(String tenant, Set<FactType> wanted, int bufferMax) {
        this.tenant = tenant;
        this.wanted = wanted;
        this.buffer = new ArrayBlockingQueue<>(bufferMax);
    }

    String tenant() {
        return tenant;
    }

    boolean wants(Fact fact) {
        return wanted.contains(fact.type());
    }

    void offer(Fact fact) {
        if (!overrun && wants(fact) && !buffer.offer(fact)) {
            overrun = true;
        }
    }

    /** Null when none came in time. */
    @Nullable Fact poll(long waitMs) throws InterruptedException {
        return buffer.poll(waitMs, TimeUnit.MILLISECONDS);
    }

    boolean isEmpty() {
        return buffer.isEmpty();
    }

    /** Whether it missed a fact: what is buffered is still good, nothing comes after it. */
    boolean isOverrun() {
        return overrun;
    }
}
