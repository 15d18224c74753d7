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
    /** Stands in the buffer for a wish to write. */
    private static final Fact NUDGE =
            new Fact(-1, -1, "", FactType.ORDER_CHANGED, "", "", "", "", new byte[0]);

    private final String tenant;
    private final Set<FactType> wanted;
    private final BlockingQueue<Fact> buffer;
    private volatile boolean overrun;

    Follower(String tenant, Set<FactType> wanted, int bufferMax) {
        this.tenant = tenant;
        this.wanted = wanted;
        this.buffer = new ArrayBlockingQueue<>(bufferMax + 1); // and a nudge
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

    /** Null when none came in time, or when it was nudged. */
    @Nullable Fact poll(long waitMs) throws InterruptedException {
        var fact = buffer.poll(waitMs, TimeUnit.MILLISECONDS);
        return fact == NUDGE ? null : fact;
    }

    /** Ends the waiting, so that something is written to the client now. */
    void nudge() {
        if (buffer.isEmpty()) {
            buffer.offer(NUDGE);
        }
    }

    /** Forgets what it missed, for one who needs the newest only. */
    void restart() {
        buffer.clear();
        overrun = false;
    }

    boolean isEmpty() {
        return buffer.isEmpty();
    }

    /** Whether it missed a fact: what is buffered is still good, nothing comes after it. */
    boolean isOverrun() {
        return overrun;
    }
}
