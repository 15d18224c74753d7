package dev.tidegate.operations.fact;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.log.LogClient;
import dev.tidegate.platform.web.Problem;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The streams of this process: so many a tenant, so many in history at one time. */
final class Streams implements AutoCloseable {
    private static final Duration HISTORY_WAIT = Duration.ofSeconds(10);

    private final FactFeed feed;
    private final FactHistory history;
    private final StreamSettings settings;
    private final Semaphore readers;
    private final Places places;

    Streams(LogClient client, StreamSettings settings) {
        this.feed = new FactFeed(client);
        this.history = new FactHistory(client, feed.topicPartitions());
        this.settings = settings;
        this.readers = new Semaphore(settings.historyMax());
        this.places = new Places(settings.perTenantMax());
    }

    /**
     * A place in the tenant's share; closed with the stream.
     *
     * @throws dev.tidegate.platform.web.ProblemException {@code too_many_streams}
     */
    Places.Place enter(TenantId tenant, Set<FactType> wanted) {
        try {
            return places.take(new Follower(tenant.value(), wanted, settings.bufferMax()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops", e);
        }
    }

    /**
     * @param text as the client told it in Last-Event-ID
     * @throws dev.tidegate.platform.web.ProblemException {@code invalid_position} when it is none
     *     of this log
     */
    Optional<FactPosition> position(Optional<String> text) {
        return text.map(
                given ->
                        FactPosition.parse(given, feed.topic(), feed.partitions())
                                .filter(position -> !position.isPast(history.end()))
                                .orElseThrow(() -> invalidPosition().asException()));
    }

    /**
     * Streams until the client goes, or is to come back.
     *
     * @param from empty for what comes from now on
     */
    void run(Follower follower, Optional<FactPosition> from, OutputStream to) throws Exception {
        var out = new EventWriter(to, feed.topic());
        try {
            var begin = from.isPresent() ? from.get() : feed.join(follower);
            var stream = new FactStream(feed, history, follower, out, settings, begin);
            if (from.isEmpty()) {
                out.place(begin);
            } else if (!catchUp(stream)) {
                out.comeBack("many are reading history: come back", 2_000);
                return;
            }
            stream.follow();
        } finally {
            feed.leave(follower);
        }
    }

    /** From now on the follower is offered what happens; for {@link FactWatch}. */
    void follow(Follower follower) throws InterruptedException {
        feed.join(follower);
    }

    void leave(Follower follower) {
        feed.leave(follower);
    }

    Duration heartbeat() {
        return settings.heartbeat();
    }

    Duration age() {
        return settings.age();
    }

    private boolean catchUp(FactStream stream) throws Exception {
        if (!readers.tryAcquire(HISTORY_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        try {
            stream.catchUp();
            return true;
        } finally {
            readers.release();
        }
    }

    private static Problem invalidPosition() {
        return Problem.of(
                        400,
                        "invalid_position",
                        "The position is not one of this log",
                        "Last-Event-ID is not an id that this stream gave.",
                        "Leave it out to begin with what happens from now on.")
                .at("header:Last-Event-ID", "not a position of this log");
    }

    @Override
    public void close() {
        feed.close();
    }
}
