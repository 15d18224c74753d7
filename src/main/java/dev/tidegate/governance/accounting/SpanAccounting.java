package dev.tidegate.governance.accounting;

import dev.tidegate.contract.RawRecords;
import dev.tidegate.contract.Settlements;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.log.LogClient;
import dev.tidegate.platform.log.Topics;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The balance of what was accepted in a span of time. No count is kept by time, so the log's own
 * records are counted, and the journal is asked what became of each message: its address is the
 * same in both. Costs what the span holds, of all tenants.
 */
public final class SpanAccounting {
    private static final String POSITIONS =
            """
            select consumer, topic, partition, next_offset from platform.log_position
            where consumer in ('processing', 'operations')
            """;

    private final Database database;
    private final Settlements settlements;
    private final LogEnds ends;
    private final Topics topics;
    private final RawLanes lanes;
    private final AccountingSettings settings;
    private final Semaphore turns;

    public SpanAccounting(
            Database database,
            Settlements settlements,
            LogEnds ends,
            LogClient client,
            AccountingSettings settings) {
        this.database = database;
        this.settlements = settlements;
        this.ends = ends;
        this.topics = client.topics();
        this.lanes = new RawLanes(client, ends);
        this.settings = settings;
        this.turns = new Semaphore(settings.spansMax());
    }

    /**
     * @throws ProblemException {@code query_too_broad} when the span holds more than may be read;
     *     {@code busy} when the turn doesn't come in time
     */
    public Accounting of(TenantId tenant, Optional<SourceId> source, Span span) {
        long deadline = System.nanoTime() + settings.spanTimeout().toNanos();
        if (!turn()) {
            throw busy().asException();
        }
        try {
            // In this order: what moves meanwhile can only widen the bound of what may be pending.
            var positions = positions();
            var stretches = lanes.stretches(span);
            refuseIfTooBroad(stretches);
            var sum = new SpanSum();
            boolean whole =
                    lanes.read(
                            stretches,
                            deadline,
                            (piece, records) ->
                                    add(
                                            sum,
                                            tenant,
                                            source,
                                            positions.of(piece.partition()),
                                            piece,
                                            records));
            if (!whole) {
                throw tooBroad().asException();
            }
            return sum.balance(sent() - positions.operations());
        } finally {
            turns.release();
        }
    }

    private boolean turn() {
        try {
            return turns.tryAcquire(settings.spanTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * How far the consumers have come.
     *
     * @param processing next offsets in the raw lanes
     * @param operations records read of what processing sent on
     */
    private record Positions(Map<TopicPartition, Long> processing, long operations) {
        long of(TopicPartition lane) {
            return processing.getOrDefault(lane, 0L);
        }
    }

    private Positions positions() {
        return database.unscoped(
                jdbc -> {
                    var processing = new HashMap<TopicPartition, Long>();
                    long operations = 0;
                    for (var position :
                            jdbc.sql(POSITIONS).query(SpanAccounting::position).list()) {
                        if (position.consumer().equals(Measures.OPERATIONS)) {
                            operations += position.next();
                        } else {
                            processing.put(position.partition(), position.next());
                        }
                    }
                    return new Positions(processing, operations);
                });
    }

    private record Position(String consumer, TopicPartition partition, long next) {}

    private static Position position(ResultSet row, int n) throws SQLException {
        return new Position(
                row.getString(1),
                new TopicPartition(row.getString(2), row.getInt(3)),
                row.getLong(4));
    }

    private void add(
            SpanSum sum,
            TenantId tenant,
            Optional<SourceId> source,
            long processed,
            RawLanes.Stretch piece,
            List<ConsumerRecord<byte[], byte[]>> records) {
        var offsets =
                records.stream()
                        .filter(raw -> RawRecords.tenant(raw.headers()).equals(tenant))
                        .filter(
                                raw ->
                                        source.map(RawRecords.source(raw.headers())::equals)
                                                .orElse(true))
                        .map(ConsumerRecord::offset)
                        .toList();
        var settled =
                settlements.of(
                        tenant,
                        source,
                        piece.lane(),
                        piece.partition().partition(),
                        piece.from(),
                        piece.to());
        sum.add(offsets, processed, settled);
    }

    private long sent() {
        var all = ends.byTopic();
        return topics.processed().stream().mapToLong(topic -> all.getOrDefault(topic, 0L)).sum();
    }

    private void refuseIfTooBroad(List<RawLanes.Stretch> stretches) {
        long records = stretches.stream().mapToLong(RawLanes.Stretch::length).sum();
        if (records > settings.spanRecordsMax()) {
            throw tooBroad().asException();
        }
    }

    private static Problem tooBroad() {
        return Problem.of(
                        422,
                        "query_too_broad",
                        "The span holds too much to count through",
                        "More was accepted between from and to, by all, than may be read for one"
                                + " answer.",
                        "Ask for a shorter span, and add the answers up: spans that meet overlap in"
                                + " nothing.",
                        "Without from and to everything is counted, from counts that are kept.",
                        "The bounds are tidegate.accounting.span-records-max and"
                                + " tidegate.accounting.span-timeout.")
                .at("query:from", "too far from to");
    }

    private static Problem busy() {
        return Problem.fault(
                        503,
                        "busy",
                        "Too many ask for the same thing",
                        "Other spans are being counted; the turn didn't come in time.",
                        "Send it again after the time in Retry-After.")
                .withHeader("Retry-After", "5");
    }
}
