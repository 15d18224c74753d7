package dev.tidegate.operations.inventory;

import dev.tidegate.governance.accounting.Freshness;
import dev.tidegate.governance.accounting.FreshnessPoll;
import dev.tidegate.platform.Quantity;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Cursor;
import dev.tidegate.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What there is, where, and how far the answer may be trusted. */
public final class InventoryQueries {
    private static final String LOTS =
            """
            select location, lot, moved, variance, nullif(counted_at, '-infinity') as counted_at, on_hand, demand, in_transit, shortage, version from operations.stock
            where tenant = ? and item = ? and (? = '' or location = ?)
            order by location, lot
            """;
    private static final String PLACES =
            """
            select item, location, sum(on_hand)::bigint, sum(demand)::bigint, sum(in_transit)::bigint,
                   sum(shortage)::bigint, sum(version)::bigint
            from operations.stock
            where tenant = ? and (item, location) > (?, ?) and (? = '' or location = ?)
            group by item, location order by item, location limit ?
            """;

    private final Database database;
    private final FreshnessPoll freshness;

    public InventoryQueries(Database database, FreshnessPoll freshness) {
        this.database = database;
        this.freshness = freshness;
    }

    private record Row(StockLevel.Lot lot, long demand, long version) {}

    /**
     * One item, at one location or over all. What was never heard of is zero, at version 0: the
     * books hold nothing of it.
     */
    public StockLevel level(TenantId tenant, String item, Optional<String> location) {
        return database.readTenant(tenant, jdbc -> level(jdbc, tenant, item, location));
    }

    /** As it stands in the running transaction. */
    public StockLevel level(
            JdbcClient jdbc, TenantId tenant, String item, Optional<String> location) {
        var place = location.orElse("");
        var rows =
                jdbc.sql(LOTS)
                        .params(tenant.value(), item, place, place)
                        .query(InventoryQueries::lot)
                        .list();
        return level(
                item,
                location.orElse(null),
                sum(rows),
                rows.stream().limit(StockLevel.LOTS_MAX).map(Row::lot).toList(),
                freshness.of(tenant));
    }

    /** All items by location, without their lots. */
    public Page<StockLevel> list(
            TenantId tenant, Optional<String> location, Optional<String> cursor, int limit) {
        var from = Cursor.parse(cursor, 2).orElse(Cursor.of("", ""));
        var place = location.orElse("");
        var fresh = freshness.of(tenant);
        var rows =
                database.readTenant(
                        tenant,
                        jdbc ->
                                jdbc.sql(PLACES)
                                        .params(
                                                tenant.value(),
                                                from.keys().get(0),
                                                from.keys().get(1),
                                                place,
                                                place,
                                                limit + 1)
                                        .query((row, n) -> place(row, fresh))
                                        .list());
        return Page.of(
                rows,
                limit,
                last -> Cursor.of(last.item(), Objects.requireNonNullElse(last.location(), "")));
    }

    private static Row lot(ResultSet row, int n) throws SQLException {
        var countedAt = row.getTimestamp("counted_at");
        return new Row(
                new StockLevel.Lot(
                        row.getString("location"),
                        row.getString("lot"),
                        new Quantity(row.getLong("moved")),
                        new Quantity(row.getLong("variance")),
                        countedAt == null ? null : countedAt.toInstant(),
                        new Quantity(row.getLong("on_hand")),
                        new Quantity(row.getLong("in_transit")),
                        new Quantity(row.getLong("shortage"))),
                row.getLong("demand"),
                row.getLong("version"));
    }

    private static StockLevel place(ResultSet row, Freshness fresh) throws SQLException {
        return level(
                row.getString(1),
                row.getString(2),
                Sums.of(
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)),
                List.of(),
                fresh);
    }

    /** Location by location: what is spare at one does not serve the orders of another. */
    private static Sums sum(List<Row> rows) {
        var byLocation = new HashMap<String, List<Row>>();
        rows.forEach(
                row ->
                        byLocation
                                .computeIfAbsent(row.lot().location(), l -> new ArrayList<>())
                                .add(row));
        return byLocation.values().stream()
                .map(InventoryQueries::ofLocation)
                .reduce(Sums.NOTHING, Sums::plus);
    }

    private static Sums ofLocation(List<Row> rows) {
        long onHand = 0;
        long demand = 0;
        long inTransit = 0;
        long shortage = 0;
        long version = 0;
        for (Row row : rows) {
            onHand = Math.addExact(onHand, row.lot().onHand().millionths());
            demand = Math.addExact(demand, row.demand());
            inTransit = Math.addExact(inTransit, row.lot().inTransit().millionths());
            shortage = Math.addExact(shortage, row.lot().shortage().millionths());
            version += row.version();
        }
        return Sums.of(onHand, demand, inTransit, shortage, version);
    }

    private static StockLevel level(
            String item,
            @Nullable String location,
            Sums balance,
            List<StockLevel.Lot> lots,
            Freshness fresh) {
        return new StockLevel(
                item,
                location,
                new Quantity(balance.onHand()),
                new Quantity(balance.reserved()),
                new Quantity(balance.available()),
                new Quantity(balance.inTransit()),
                new Quantity(balance.shortage()),
                balance.version(),
                balance.shortage() > 0 ? fresh.unexplained() : fresh,
                lots);
    }
}
