package dev.tidegate.governance.accounting;

import dev.tidegate.contract.Lane;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.log.Topics;
import dev.tidegate.platform.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The balance of a tenant's entries, in all or by source, from counts that move with the log's
 * positions.
 */
public final class AccountingQueries {
    /**
     * One statement, so that counts and positions are of one moment: they move together, and read
     * apart they would not agree.
     */
    private static final String COUNTS =
            """
            with by_partition as (
                select source,
                       coalesce(sum(value) filter (where consumer = 'tally' and measure = 'messages'), 0) as tallied,
                       coalesce(sum(value) filter (where consumer = 'processing' and measure = 'messages'), 0) as processed,
                       coalesce(sum(value) filter (where measure = 'entries'), 0) as entries,
                       coalesce(sum(value) filter (where measure = 'applied'), 0) as applied,
                       coalesce(sum(value) filter (where measure = 'duplicate'), 0) as duplicate,
                       coalesce(sum(value) filter (where measure = 'stale'), 0) as stale,
                       coalesce(sum(value) filter (where measure = 'parked'), 0) as parked,
                       coalesce(sum(value) filter (where measure = 'dead'), 0) as dead,
                       max(last_at) filter (where consumer = 'tally') as accepted_at,
                       max(last_at) filter (where consumer = 'operations') as applied_at
                from platform.log_count where tenant = ? and (? = '' or source = ?)
                group by source, topic, partition),
            by_source as (
                select source, sum(tallied) as messages, sum(greatest(tallied - processed, 0)) as unprocessed,
                       sum(greatest(processed - tallied, 0)) as untallied, sum(entries) as entries,
                       sum(applied) as applied, sum(duplicate) as duplicate, sum(stale) as stale,
                       sum(parked) as parked, sum(dead) as dead,
                       sum(applied + duplicate + stale + parked + dead) as fates,
                       max(accepted_at) as accepted_at, max(applied_at) as applied_at
                from by_partition group by source),
            read as (
                select coalesce(sum(next_offset) filter (where consumer = 'tally'), 0) as by_tally,
                       coalesce(sum(next_offset) filter (where consumer in ('processing', 'reprocessing')), 0)
                           as by_processing,
                       coalesce(sum(next_offset) filter (where consumer = 'operations'), 0) as by_operations
                from platform.log_position)
            select source, messages, unprocessed, untallied, greatest(entries - fates, 0) as unsettled,
                   greatest(fates - entries, 0) as early, applied, duplicate, stale, parked, dead,
                   accepted_at, applied_at, by_tally, by_processing, by_operations
            from by_source cross join read order by source
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
    private final LogEnds ends;
    private final Topics topics;

    public AccountingQueries(Database database, LogEnds ends, Topics topics) {
        this.database = database;
        this.ends = ends;
        this.topics = topics;
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
            String source,
            Counts counts,
            @Nullable Instant acceptedAt,
            @Nullable Instant appliedAt,
            Unread.Read read) {}

    /** All sources together, or one. */
    public Accounting of(TenantId tenant, Optional<SourceId> source) {
        var rows = rows(tenant, source);
        var counts = rows.stream().map(Row::counts).reduce(Counts.NONE, Counts::plus);
        return counts.balance(unread(rows));
    }

    /** Each source that ever sent something, by name. */
    public List<Flow> flows(TenantId tenant) {
        var rows = rows(tenant, Optional.empty());
        var unread = unread(rows);
        return rows.stream()
                .map(
                        row ->
                                new Flow(
                                        row.source(),
                                        row.counts().balance(unread),
                                        row.acceptedAt(),
                                        row.appliedAt()))
                .toList();
    }

    /** The log's ends are looked at after the counts: what comes in between is no loss. */
    private Unread unread(List<Row> rows) {
        return rows.stream()
                .findFirst()
                .map(row -> Unread.of(row.read(), ends.byTopic(), topics))
                .orElse(Unread.NOTHING);
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
                                .query(AccountingQueries::row)
                                .list());
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getString("source"),
                new Counts(
                        row.getLong("messages"),
                        row.getLong("unprocessed"),
                        row.getLong("untallied"),
                        row.getLong("unsettled"),
                        row.getLong("early"),
                        row.getLong("applied"),
                        row.getLong("duplicate"),
                        row.getLong("stale"),
                        row.getLong("parked"),
                        row.getLong("dead")),
                time(row.getTimestamp("accepted_at")),
                time(row.getTimestamp("applied_at")),
                new Unread.Read(
                        row.getLong("by_tally"),
                        row.getLong("by_processing"),
                        row.getLong("by_operations")));
    }

    private static @Nullable Instant time(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
