package dev.tidegate.operations.fact;

import java.time.Duration;

/**
 * One client's stream: first what it missed, from the log, then what comes, from the feed. No gap
 * and no repetition at the seam: the feed begins at a known place, and history is read up to it.
 */
final class FactStream {
    /** History is read in the open until this little is left; the rest is read while buffering. */
    private static final long SEAM_MAX = 2_000;

    private static final int COME_BACK_MS = 1_000;

    private final FactFeed feed;
    private final FactHistory history;
    private final Follower follower;
    private final EventWriter out;
    private final StreamSettings settings;
    private FactPosition place;

    /**
     * @param place where the client stands
     */
    FactStream(
            FactFeed feed,
            FactHistory history,
            Follower follower,
            EventWriter out,
            StreamSettings settings,
            FactPosition place) {
        this.feed = feed;
        this.history = history;
        this.follower = follower;
        this.out = out;
        this.settings = settings;
        this.place = place;
    }

    /**
     * Reads history until the feed takes over.
     *
     * @return once the client misses nothing between the two
     */
    void catchUp() throws Exception {
        var end = history.end();
        while (place.distanceTo(end) > SEAM_MAX) {
            readUpTo(end);
            end = history.end();
        }
        var seam = feed.join(follower);
        readUpTo(seam);
        out.place(place);
    }

    private void readUpTo(FactPosition end) throws Exception {
        history.read(follower.tenant(), place, end, this::send);
        place = place.upTo(end);
        out.flush();
    }

    private void send(Fact fact) throws Exception {
        if (place.isBefore(fact.partition(), fact.offset())) {
            place = place.after(fact.partition(), fact.offset());
            if (follower.wants(fact)) {
                out.fact(fact, place);
            }
        }
    }

    /** Goes on until the stream is old, or the client too slow. */
    void follow() throws Exception {
        long end = System.nanoTime() + settings.age().toNanos();
        while (System.nanoTime() < end) {
            var fact = follower.poll(patienceMs(end));
            if (fact != null) {
                send(fact);
                if (follower.isEmpty()) {
                    out.flush();
                }
            } else if (follower.isOverrun()) {
                out.comeBack("too slow: come back and read on from the log", COME_BACK_MS);
                return;
            } else {
                beat();
            }
        }
        out.comeBack("this stream is old: come back", COME_BACK_MS);
    }

    /** Tells where the client stands, though nothing of its own happened. */
    private void beat() throws Exception {
        var reached = feed.caughtUp(follower);
        if (reached.isPresent()) {
            place = place.upTo(reached.get());
            out.place(place);
        } else {
            out.heartbeat();
        }
    }

    private long patienceMs(long end) {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        return Math.max(Math.min(settings.heartbeat().toMillis(), left), 1);
    }
}
