package dev.tidegate.operations.visibility;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Micros;
import dev.tidegate.platform.web.Cursor;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Patience;
import dev.tidegate.platform.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** EPCIS events, the last that happened first. */
final class EventQueries {
    private static final int CURSOR_KEYS = 3;
    private static final String SELECT =
            "select v.event_id, v.telling, v.event_time, v.recorded_at, v.event from operations.visibility_event v\n";
    private static final String NEWEST_FIRST =
            "\norder by v.event_time desc, v.event_id desc, v.telling desc limit ?";

    /** As many of the rows as an answer may hold, at least one, and how many there were. */
    private static final String SIZED =
            """
            select event_id, telling, event_time, recorded_at, event, found from (
                select page.*, count(*) over () as found, coalesce(sum(octet_length(event)) over (
                    order by event_time desc, event_id desc, telling desc
                    rows between unbounded preceding and 1 preceding), 0) as before
                from (%s) page) sized
            where before < ?
            order by event_time desc, event_id desc, telling desc
            """;

    private static final String BEFORE = "(v.event_time, v.event_id, v.telling) < (?, ?, ?)";

    /** The declaration that an event is wrong has all that the event has. */
    private static final String ONE =
            SELECT + "where v.tenant = ? and v.event_id = ? order by v.telling limit 1";

    private final Patience patience;
    private final int answerSizeMax;

    /**
     * @param answerSizeMax bytes of events in one answer; one event is answered whatever its size
     */
    EventQueries(Patience patience, int answerSizeMax) {
        this.patience = patience;
        this.answerSizeMax = answerSizeMax;
    }

    /**
     * An event as it is kept.
     *
     * @param json EPCIS 2.0 JSON
     */
    record Row(
            String eventId, String telling, Instant eventTime, Instant recordedAt, String json) {}

    Page<Row> list(TenantId tenant, EventFilter filter, Optional<String> token, int limit) {
        var where = filter.where();
        cursor(token)
                .ifPresent(
                        from ->
                                where.and(
                                        BEFORE,
                                        Micros.timestamp(from.number(0)),
                                        from.keys().get(1),
                                        from.keys().get(2)));
        var found = new AtomicInteger();
        var rows =
                patience.read(
                        tenant,
                        jdbc ->
                                jdbc.sql(SIZED.formatted(SELECT + where.sql() + NEWEST_FIRST))
                                        .params(where.values())
                                        .params(limit + 1, answerSizeMax)
                                        .query(
                                                (row, n) -> {
                                                    found.set(row.getInt(6));
                                                    return row(row, n);
                                                })
                                        .list());
        var items = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(items, found.get() > items.size() ? next(items.getLast()) : null);
    }

    private static String next(Row last) {
        return Cursor.of(Micros.of(last.eventTime()), last.eventId(), last.telling()).text();
    }

    private static Optional<Cursor> cursor(Optional<String> token) {
        try {
            var cursor = Cursor.parse(token, CURSOR_KEYS);
            cursor.ifPresent(from -> from.number(0));
            return cursor;
        } catch (ProblemException notOurs) {
            throw EventFilter.refused(
                    "nextPageToken",
                    "not a token of this list",
                    "Follow the Link header as it is; leave the token out to begin anew.");
        }
    }

    Optional<Row> find(TenantId tenant, String eventId) {
        return patience
                .read(
                        tenant,
                        jdbc ->
                                jdbc.sql(ONE)
                                        .params(tenant.value(), eventId)
                                        .query(EventQueries::row)
                                        .list())
                .stream()
                .findFirst();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getString(1),
                row.getString(2),
                row.getTimestamp(3).toInstant(),
                row.getTimestamp(4).toInstant(),
                row.getString(5));
    }
}
