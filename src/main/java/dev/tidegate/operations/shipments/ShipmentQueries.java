package dev.tidegate.operations.shipments;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.sql.Micros;
import dev.tidegate.platform.sql.Where;
import dev.tidegate.platform.web.Cursor;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.PathName;
import dev.tidegate.platform.web.Patience;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shipments, the last shipped first. */
public final class ShipmentQueries {
    public static final String ID_PREFIX = "shp_";
    public static final int MILESTONES_MAX = 1_000;

    private static final String COLUMNS =
            """
            select number, version, source, direction, status, partner, partner_name, carrier, tracking,
                   from_location, to_location, shipped_at, expected_at, applied_at,
                   coalesce(shipped_at, to_timestamp(0)) as sorted_at
            """;
    private static final String LIST = COLUMNS + "from operations.shipment\n";
    private static final String NEWEST_FIRST =
            "\norder by coalesce(shipped_at, to_timestamp(0)) desc, number desc limit ?";
    private static final String BEFORE = "(coalesce(shipped_at, to_timestamp(0)), number) < (?, ?)";
    private static final String ONE =
            COLUMNS + ", lines from operations.shipment where tenant = ? and number = ?";
    private static final String MILESTONES =
            """
            select occurred_at, code, location, note, source from operations.shipment_milestone
            where tenant = ? and shipment = ? order by occurred_at, code, location limit ?
            """;
    private static final String ORDER =
            "lines @> jsonb_build_array(jsonb_build_object('order_number', ?::text))";

    private final Database database;
    private final Patience patience;
    private final JsonMapper json;

    public ShipmentQueries(Database database, Patience patience, JsonMapper json) {
        this.database = database;
        this.patience = patience;
        this.json = json;
    }

    /**
     * What is asked for; empty means any.
     *
     * @param order number of an order it fulfils
     */
    public record Filter(
            Optional<String> number,
            Optional<String> direction,
            Optional<String> status,
            Optional<String> partner,
            Optional<String> order) {}

    private record Row(ShipmentView shipment, Instant sortedAt) {}

    public Page<ShipmentView> list(
            TenantId tenant, Filter filter, Optional<String> cursor, int limit) {
        var where =
                new Where()
                        .and("tenant = ?", tenant.value())
                        .and("number = ?", filter.number())
                        .and("direction = ?", filter.direction())
                        .and("status = ?", filter.status())
                        .and("partner = ?", filter.partner())
                        .and(ORDER, filter.order());
        Cursor.parse(cursor, 2)
                .ifPresent(
                        from ->
                                where.and(
                                        BEFORE,
                                        Micros.timestamp(from.number(0)),
                                        from.keys().get(1)));
        var rows =
                patience.read(
                        tenant,
                        jdbc ->
                                jdbc.sql(LIST + where.sql() + NEWEST_FIRST)
                                        .params(where.values())
                                        .param(limit + 1)
                                        .query(ShipmentQueries::row)
                                        .list());
        var page =
                Page.of(
                        rows,
                        limit,
                        last -> Cursor.of(Micros.of(last.sortedAt()), last.shipment().number()));
        return new Page<>(page.items().stream().map(Row::shipment).toList(), page.next());
    }

    /**
     * @param idOrNumber {@code shp_...}, or the shipment's own number
     */
    public Optional<ShipmentView> find(TenantId tenant, String idOrNumber) {
        var number = PathName.parse(ID_PREFIX, idOrNumber).orElse(idOrNumber);
        return database.readTenant(
                tenant,
                jdbc ->
                        jdbc
                                .sql(ONE)
                                .params(tenant.value(), number)
                                .query((row, n) -> whole(jdbc, tenant, row))
                                .list()
                                .stream()
                                .findFirst());
    }

    private ShipmentView whole(JdbcClient jdbc, TenantId tenant, ResultSet row)
            throws SQLException {
        var shipment = row(row, 0).shipment();
        JsonNode lines = json.readTree(row.getString("lines"));
        var orders =
                StreamSupport.stream(lines.spliterator(), false)
                        .map(line -> line.path("order_number").asString(""))
                        .filter(number -> !number.isEmpty())
                        .distinct()
                        .toList();
        return shipment.whole(lines, orders, milestones(jdbc, tenant, shipment.number()));
    }

    private static List<ShipmentView.Milestone> milestones(
            JdbcClient jdbc, TenantId tenant, String number) {
        return jdbc.sql(MILESTONES)
                .params(tenant.value(), number, MILESTONES_MAX)
                .query(
                        (row, n) ->
                                new ShipmentView.Milestone(
                                        row.getTimestamp("occurred_at").toInstant(),
                                        row.getString("code"),
                                        row.getString("location"),
                                        row.getString("note"),
                                        row.getString("source")))
                .list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        var number = row.getString("number");
        return new Row(
                new ShipmentView(
                        PathName.of(ID_PREFIX, number),
                        number,
                        row.getString("direction"),
                        row.getString("status"),
                        new ShipmentView.Partner(
                                row.getString("partner"), row.getString("partner_name")),
                        row.getString("carrier"),
                        row.getString("tracking"),
                        row.getString("from_location"),
                        row.getString("to_location"),
                        time(row.getTimestamp("shipped_at")),
                        time(row.getTimestamp("expected_at")),
                        row.getLong("version"),
                        row.getString("source"),
                        row.getTimestamp("applied_at").toInstant(),
                        null,
                        null,
                        null),
                row.getTimestamp("sorted_at").toInstant());
    }

    private static @Nullable Instant time(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
