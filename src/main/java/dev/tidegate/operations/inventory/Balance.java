package dev.tidegate.operations.inventory;

import dev.tidegate.operations.fact.FactType;
import dev.tidegate.operations.fact.Facts;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A balance as a statement left it, in millionths; what the table derives from it is derived here
 * too, rather than sent back for every row.
 *
 * @param countedAt microseconds since 1970; {@link StockChange#NEVER} without a count
 * @param isEmpty whether nothing speaks of it any more: neither movement nor count, order nor
 *     shipment
 */
record Balance(
        long moved,
        long variance,
        long demand,
        long transit,
        long version,
        long countedAt,
        boolean isEmpty) {

    /** What a statement must return, in this order. */
    static final String COLUMNS =
            """
            s.moved, s.variance, s.demand, s.transit, s.version,
                case when isfinite(s.counted_at) then (date_part('epoch', s.counted_at) * 1e6::float8)::bigint end,
                case when s.demand = 0 and s.transit = 0 then s.event_at = '-infinity' end
            """;

    static Balance read(ResultSet row) throws SQLException {
        long countedAt = row.getLong(6);
        return new Balance(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.wasNull() ? StockChange.NEVER : countedAt,
                row.getBoolean(7));
    }

    /**
     * @param change that made it so
     */
    void tell(StockChange change, Facts facts) {
        long explained = Math.addExact(moved, variance);
        long onHand = Math.max(explained, 0);
        long reserved = Math.min(onHand, demand);
        var key = change.key;
        facts.add(
                FactType.STOCK_CHANGED,
                key.tenant(),
                key.subject(),
                "stock/" + key.subject() + "/" + version,
                fact ->
                        fact.text(key.item())
                                .text(key.location())
                                .text(key.lot())
                                .quantity(onHand)
                                .quantity(reserved)
                                .quantity(onHand - reserved)
                                .quantity(Math.max(transit, 0))
                                .quantity(Math.max(-explained, 0))
                                .number(version)
                                .optionalNumber(change.toldAt()));
    }
}
