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

/** EPCIS events, the last that happened first. */
final class EventQueries {
    private static final int CURSOR_KEYS = 3;
    private static final String SELECT =
            "select v.event_id, v.telling, v.event_time, v.recorded_at, v.event from operations.visibility_event v\n";
    private static final String NEWEST_FIRST =
            "\norder by v.event_time desc, v.event_id desc, v.telling desc limit ?";
    private static final String BEFORE = "(v.event_time, v.event_id, v.telling) < (?, ?, ?)";

    /** The declaration that an event is wrong has all that the event has. */
    private static final String ONE =
            SELECT + "where v.tenant = ? and v.event_id = ? order by v.telling limit 1";

    private final Patience patience;

    EventQueries(Patience patience) {
        this.patience = patience;
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
        var rows =
                patience.read(
                        tenant,
                        jdbc ->
                                jdbc.sql(SELECT + where.sql() + NEWEST_FIRST)
                                        .params(where.values())
                                        .param(limit + 1)
                                        .query(EventQueries::row)
                                        .list());
        return Page.of(
                rows,
                limit,
                last -> Cursor.of(Micros.of(last.eventTime()), last.eventId(), last.telling()));
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
