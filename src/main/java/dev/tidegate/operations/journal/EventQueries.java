package dev.tidegate.operations.journal;

import dev.tidegate.contract.Receipts;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Micros;
import dev.tidegate.platform.sql.Where;
import dev.tidegate.platform.web.Cursor;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Patience;
import java.time.Instant;
import java.util.Optional;

/** The explorer: every entry that met its fate, newest first. */
public final class EventQueries {
    private static final String NEWEST_FIRST =
            """
            order by j.applied_at desc, j.log_offset desc, j.lane desc, j.partition desc, j.entry desc
            limit ?
            """;
    private static final String BEFORE =
            "(j.applied_at, j.log_offset, j.lane, j.partition, j.entry) < (?, ?, ?, ?, ?)";
    private static final String MENTIONS =
            """
            strpos(lower(concat_ws(' ', j.key, j.ref, j.ordering_key, d.code, d.reason, d.place)), lower(?)) > 0""";
    private static final int KEYS = 5;

    private final Patience patience;
    private final Receipts receipts;

    public EventQueries(Patience patience, Receipts receipts) {
        this.patience = patience;
        this.receipts = receipts;
    }

    /**
     * What is asked for; empty means any.
     *
     * @param key business key, exactly
     * @param from applied at or after
     * @param to applied before
     * @param text anywhere in the key, place or reason, whatever its case
     */
    public record Filter(
            Optional<String> key,
            Optional<String> type,
            Optional<String> source,
            Optional<String> fate,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> text) {
        public static final Filter ANY =
                new Filter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    /**
     * @throws dev.tidegate.platform.web.ProblemException {@code query_too_broad} when the filters
     *     leave too much to look through
     */
    public Page<JournalEntry> list(
            TenantId tenant, Filter filter, Optional<String> cursor, int limit) {
        var where =
                new Where()
                        .and("j.tenant = ?", tenant.value())
                        .and("j.key = ?", filter.key())
                        .and("j.type = ?", filter.type())
                        .and("j.source = ?", filter.source())
                        .and("j.fate = ?", filter.fate())
                        .and("j.applied_at >= ?", filter.from(), Micros::timestamp)
                        .and("j.applied_at < ?", filter.to(), Micros::timestamp)
                        .and(MENTIONS, filter.text());
        Cursor.parse(cursor, KEYS)
                .ifPresent(
                        from ->
                                where.and(
                                        BEFORE,
                                        Micros.timestamp(from.number(0)),
                                        from.number(1),
                                        from.number(2),
                                        from.number(3),
                                        from.number(4)));
        var rows =
                patience.read(
                        tenant,
                        jdbc ->
                                jdbc.sql(JournalRows.SELECT + where.sql() + "\n" + NEWEST_FIRST)
                                        .params(where.values())
                                        .param(limit + 1)
                                        .query(new JournalRows(receipts, tenant)::read)
                                        .list());
        return Page.of(rows, limit, EventQueries::cursor);
    }

    private static Cursor cursor(JournalEntry last) {
        return Cursor.of(
                Micros.of(last.appliedAt()),
                last.event().address().offset(),
                last.event().address().lane().ordinal(),
                last.event().address().partition(),
                last.index());
    }
}
