package dev.tidegate.operations.inventory;

import static dev.tidegate.operations.effect.Columns.ints;
import static dev.tidegate.operations.effect.Columns.longs;
import static dev.tidegate.operations.effect.Columns.texts;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appends movements to the double-entry ledger and to the balances they change. */
public final class Ledger {
    private static final String APPEND =
            """
            insert into operations.stock_ledger (lane, partition, log_offset, entry, tenant, item, lot, debit, credit,
                quantity, kind, reference, order_number, shipment, reason, occurred_at)
            select a.lane, a.partition, a.log_offset, a.entry, a.tenant, a.item, a.lot, a.debit, a.credit,
                a.quantity, a.kind, a.reference, a.order_number, a.shipment, a.reason,
                timestamptz 'epoch' + a.occurred_at * interval '1 microsecond'
            from unnest(?::int[], ?::int[], ?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
              as a(lane, partition, log_offset, entry, tenant, item, lot, debit, credit,
                quantity, kind, reference, order_number, shipment, reason, occurred_at)
            """;

    private Ledger() {}

    public static void append(JdbcClient jdbc, List<MovementTold> told, StockChanges stock) {
        if (told.isEmpty()) {
            return;
        }
        jdbc.sql(APPEND)
                .params(
                        ints(told, m -> m.event().id().address().lane().ordinal()),
                        ints(told, m -> m.event().id().address().partition()),
                        longs(told, m -> m.event().id().address().offset()),
                        ints(told, m -> m.event().id().index()),
                        texts(told, MovementTold::tenant),
                        texts(told, MovementTold::item),
                        texts(told, MovementTold::lot),
                        texts(told, MovementTold::debit),
                        texts(told, MovementTold::credit),
                        longs(told, m -> Math.abs(m.quantity())),
                        texts(told, m -> m.kind().label()),
                        texts(told, MovementTold::number),
                        texts(told, MovementTold::orderNumber),
                        texts(told, MovementTold::shipment),
                        texts(told, MovementTold::reason),
                        longs(told, MovementTold::occurredAt))
                .update();
        told.forEach(stock::moved);
    }
}
