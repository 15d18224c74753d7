package dev.tidegate.operations.inventory;

import dev.tidegate.operations.fact.FactType;
import dev.tidegate.operations.fact.Facts;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A balance as a statement left it; quantities in millionths, times in microseconds since 1970.
 *
 * @param countedAt {@link StockChange#NEVER} without a count
 * @param eventAt {@link StockChange#NEVER} without a movement or count
 */
record Balance(
        StockKey key,
        long moved,
        long variance,
        long demand,
        long transit,
        long onHand,
        long reserved,
        long available,
        long inTransit,
        long shortage,
        long version,
        long countedAt,
        long eventAt) {

    /** What a statement must return, in this order. */
    static final String COLUMNS =
            """
            s.moved, s.variance, s.demand, s.transit, s.on_hand, s.reserved, s.available, s.in_transit, s.shortage, s.version,
                case when isfinite(s.counted_at) then (date_part('epoch', s.counted_at) * 1e6::float8)::bigint end,
                case when isfinite(s.event_at) then (date_part('epoch', s.event_at) * 1e6::float8)::bigint end
            """;

    static Balance read(StockKey key, ResultSet row) throws SQLException {
        return new Balance(
                key,
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                micros(row, 11),
                micros(row, 12));
    }

    private static long micros(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? StockChange.NEVER : micros;
    }

    /** Whether nothing speaks of it any more: neither movement nor count, order nor shipment. */
    boolean isEmpty() {
        return demand == 0 && transit == 0 && eventAt == StockChange.NEVER;
    }

    void tell(Facts facts) {
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
                                .quantity(available)
                                .quantity(inTransit)
                                .quantity(shortage)
                                .number(version)
                                .optionalNumber(eventAt == StockChange.NEVER ? null : eventAt));
    }
}
