package dev.tidegate.operations.fact;

import dev.tidegate.platform.web.Caller;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * A tenant's newest facts for a page that a person looks at: a few at a time, and only the newest
 * where more come than one could read. Who needs every fact reads the stream.
 */
public final class FactWatch {
    private static final long GATHERED_MS = 400;
    private static final int AT_ONCE_MAX = 10;

    private final Streams streams;

    FactWatch(Streams streams) {
        this.streams = streams;
    }

    /**
     * @param time RFC 3339
     */
    public record Seen(String type, String subject, String time) {}

    /** The page; it throws once nobody looks any more. */
    public interface Page {
        /**
         * @param facts oldest first; empty at first and after a silence, to see whether somebody
         *     looks
         */
        void show(List<Seen> facts) throws IOException;
    }

    /** Shows facts until the page is gone or the watch is old; of what the caller may see. */
    public void follow(Caller caller, Page page) throws IOException, InterruptedException {
        var wanted = StreamApi.wanted(caller, Optional.empty());
        try (var place = streams.enter(caller.tenant(), wanted)) {
            var follower = place.follower();
            try {
                streams.follow(follower);
                page.show(List.of()); // the browser learns that the stream is open
                long end = System.nanoTime() + streams.age().toNanos();
                while (System.nanoTime() < end) {
                    page.show(next(follower));
                    if (follower.isOverrun()) {
                        follower.restart();
                    }
                }
            } finally {
                streams.leave(follower);
            }
        }
    }

    private List<Seen> next(Follower follower) throws InterruptedException {
        var newest = new ArrayDeque<Seen>();
        var fact = follower.poll(streams.heartbeat().toMillis());
        if (fact != null) {
            Thread.sleep(GATHERED_MS);
        }
        for (; fact != null; fact = follower.poll(0)) {
            newest.addLast(new Seen(fact.type().label(), fact.subject(), fact.time()));
            if (newest.size() > AT_ONCE_MAX) {
                newest.removeFirst();
            }
        }
        return List.copyOf(newest);
    }
}
