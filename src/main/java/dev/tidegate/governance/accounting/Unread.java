package dev.tidegate.governance.accounting;

import dev.tidegate.platform.log.LogClient;
import dev.tidegate.platform.sql.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each consumer is behind the log's end, measured on the log itself: end offsets against
 * committed positions. Kept for a moment, so that many askers cost one look.
 */
public final class Unread implements AutoCloseable {
    private static final Duration KEPT = Duration.ofMillis(250);
    private static final long ANSWER_TIMEOUT_MS = 3_000;
    private static final String POSITIONS =
            "select consumer, topic, partition, next_offset from platform.log_position";

    private final Database database;
    private final Clock clock;
    private final Admin admin;
    private Instant lookedAt = Instant.MIN;
    private Map<String, Long> byConsumer = Map.of();

    public Unread(Database database, LogClient client, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.admin = client.admin();
    }

    private record Position(String consumer, TopicPartition partition, long next) {}

    /** Records not read yet, by consumer: {@code tally}, {@code processing}, {@code operations}. */
    public synchronized Map<String, Long> byConsumer() {
        if (Duration.between(lookedAt, clock.instant()).compareTo(KEPT) > 0) {
            byConsumer = look();
            lookedAt = clock.instant();
        }
        return byConsumer;
    }

    /** Over all consumers. */
    public long total() {
        return byConsumer().values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> look() {
        // Positions first: an end read later can only make the answer larger, never hide a record.
        List<Position> positions =
                database.unscoped(
                        jdbc ->
                                jdbc.sql(POSITIONS)
                                        .query(
                                                (row, n) ->
                                                        new Position(
                                                                row.getString(1),
                                                                new TopicPartition(
                                                                        row.getString(2),
                                                                        row.getInt(3)),
                                                                row.getLong(4)))
                                        .list());
        var ends = ends(positions);
        var behind = new HashMap<String, Long>();
        for (Position position : positions) {
            long end = ends.getOrDefault(position.partition(), 0L);
            behind.merge(position.consumer(), Math.max(end - position.next(), 0), Long::sum);
        }
        return Map.copyOf(behind);
    }

    private Map<TopicPartition, Long> ends(List<Position> positions) {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        positions.forEach(position -> asked.put(position.partition(), OffsetSpec.latest()));
        try {
            var ends = new HashMap<TopicPartition, Long>();
            admin.listOffsets(asked)
                    .all()
                    .get(ANSWER_TIMEOUT_MS, TimeUnit.MILLISECONDS)
                    .forEach((partition, info) -> ends.put(partition, info.offset()));
            return ends;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the log does not tell its ends: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the log for its ends", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
