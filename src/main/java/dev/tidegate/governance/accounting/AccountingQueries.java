package dev.tidegate.governance.accounting;

import dev.tidegate.contract.Lane;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The balance of a tenant's entries, in all or by source, from counts that move with the log's
 * positions.
 */
public final class AccountingQueries {
    private static final String COUNTS =
            """
            select source, consumer, measure, sum(value), max(last_at) from platform.log_count
            where tenant = ? and (? = '' or source = ?)
            group by source, consumer, measure
            """;

    private static final String LANES =
            """
            select topic, coalesce(sum(value) filter (where consumer = ?), 0),
                   coalesce(sum(value) filter (where consumer = ?), 0)
            from platform.log_count
            where tenant = ? and measure = ? and consumer in (?, ?)
            group by topic
            """;

    private final Database database;
    private final Unread unread;

    public AccountingQueries(Database database, Unread unread) {
        this.database = database;
        this.unread = unread;
    }

    /**
     * One source's flow.
     *
     * @param acceptedAt when its newest message was counted
     * @param appliedAt when its newest entry met its fate
     */
    public record Flow(
            String source,
            Accounting accounting,
            @Nullable Instant acceptedAt,
            @Nullable Instant appliedAt) {}

    /**
     * One lane's flow.
     *
     * @param messages that stand in it
     * @param processed of these
     */
    public record LaneFlow(Lane lane, long messages, long processed) {}

    private record Row(
            String source, String consumer, String measure, long value, Instant lastAt) {}

    /** All sources together, or one. */
    public Accounting of(TenantId tenant, Optional<SourceId> source) {
        // The unread are looked at after the counts: what moved meanwhile is then counted twice,
        // not missed.
        return balance(rows(tenant, source), unread.total());
    }

    /** Each source that ever sent something, by name. */
    public List<Flow> flows(TenantId tenant) {
        var bySource = new TreeMap<String, List<Row>>();
        for (Row row : rows(tenant, Optional.empty())) {
            bySource.computeIfAbsent(row.source(), s -> new java.util.ArrayList<>()).add(row);
        }
        long left = unread.total();
        return bySource.entrySet().stream()
                .map(
                        entry ->
                                new Flow(
                                        entry.getKey(),
                                        balance(entry.getValue(), left),
                                        last(entry.getValue(), Tally.CONSUMER),
                                        last(entry.getValue(), Measures.OPERATIONS)))
                .toList();
    }

    /** Both lanes, whether or not anything ever came by them. */
    public List<LaneFlow> lanes(TenantId tenant) {
        var found =
                database.readTenant(
                        tenant,
                        jdbc ->
                                jdbc.sql(LANES)
                                        .params(Tally.CONSUMER, Measures.PROCESSING, tenant.value())
                                        .params(Measures.MESSAGES)
                                        .params(Tally.CONSUMER, Measures.PROCESSING)
                                        .query(
                                                (row, n) ->
                                                        Map.entry(
                                                                row.getString(1),
                                                                List.of(
                                                                        row.getLong(2),
                                                                        row.getLong(3))))
                                        .list());
        return Arrays.stream(Lane.values())
                .map(
                        lane ->
                                found.stream()
                                        .filter(one -> one.getKey().endsWith(lane.topic()))
                                        .findFirst()
                                        .map(one -> flow(lane, one.getValue()))
                                        .orElseGet(() -> new LaneFlow(lane, 0, 0)))
                .toList();
    }

    private static LaneFlow flow(Lane lane, List<Long> counts) {
        return new LaneFlow(lane, counts.get(0), counts.get(1));
    }

    private List<Row> rows(TenantId tenant, Optional<SourceId> source) {
        var name = source.map(SourceId::value).orElse("");
        return database.readTenant(
                tenant,
                jdbc ->
                        jdbc.sql(COUNTS)
                                .params(tenant.value(), name, name)
                                .query(
                                        (row, n) ->
                                                new Row(
                                                        row.getString(1),
                                                        row.getString(2),
                                                        row.getString(3),
                                                        row.getLong(4),
                                                        row.getTimestamp(5).toInstant()))
                                .list());
    }

    private static Accounting balance(List<Row> rows, long unread) {
        Map<String, Long> sums = new HashMap<>();
        rows.forEach(
                row -> sums.merge(row.consumer() + "/" + row.measure(), row.value(), Long::sum));
        return Accounting.of(
                sum(sums, Tally.CONSUMER, Measures.MESSAGES),
                sum(sums, Measures.PROCESSING, Measures.MESSAGES),
                sum(sums, Measures.PROCESSING, Measures.ENTRIES),
                sum(sums, Measures.OPERATIONS, "applied"),
                sum(sums, Measures.OPERATIONS, "duplicate"),
                sum(sums, Measures.OPERATIONS, "stale"),
                sum(sums, Measures.OPERATIONS, "parked"),
                sum(sums, Measures.OPERATIONS, "dead"),
                unread);
    }

    private static long sum(Map<String, Long> sums, String consumer, String measure) {
        return sums.getOrDefault(consumer + "/" + measure, 0L);
    }

    private static @Nullable Instant last(List<Row> rows, String consumer) {
        return rows.stream()
                .filter(row -> row.consumer().equals(consumer))
                .map(Row::lastAt)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
