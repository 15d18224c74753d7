package dev.tidegate.operations.inventory;

import dev.tidegate.operations.effect.Rows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appends movements to the double-entry ledger and to the balances they change. */
public final class Ledger {
    private static final String APPEND =
            """
            insert into operations.stock_ledger (lane, partition, log_offset, entry, tenant, item, lot, debit, credit,
                quantity, kind, reference, order_number, shipment, reason, occurred_at)
            select coalesce(a.lane, same.lane), coalesce(a.partition, same.partition), a.log_offset,
                coalesce(a.entry, same.entry), coalesce(a.tenant, same.tenant), a.item, coalesce(a.lot, same.lot),
                a.debit, a.credit, a.quantity, coalesce(a.kind, same.kind), a.reference,
                coalesce(a.order_number, same.order_number), coalesce(a.shipment, same.shipment),
                coalesce(a.reason, same.reason), timestamptz 'epoch' + a.occurred_at * interval '1 microsecond'
            from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
              as a(lane, partition, log_offset, entry, tenant, item, lot, debit,
                credit, quantity, kind, reference, order_number, shipment, reason, occurred_at)
            cross join (values (?::bigint, ?::bigint, ?::bigint, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text))
              as same(lane, partition, entry, tenant, lot, kind, order_number, shipment, reason)
            """;

    private Ledger() {}

    public static void append(JdbcClient jdbc, List<MovementTold> told, StockChanges stock) {
        if (told.isEmpty()) {
            return;
        }
        jdbc.sql(APPEND)
                .params(
                        Rows.of(told)
                                .sharedNumber(m -> m.event().id().address().lane().ordinal())
                                .sharedNumber(m -> m.event().id().address().partition())
                                .number(m -> m.event().id().address().offset())
                                .sharedNumber(m -> m.event().id().index())
                                .sharedText(MovementTold::tenant)
                                .text(MovementTold::item)
                                .sharedText(MovementTold::lot)
                                .text(MovementTold::debit)
                                .text(MovementTold::credit)
                                .number(m -> Math.abs(m.quantity()))
                                .sharedText(m -> m.kind().label())
                                .text(MovementTold::number)
                                .sharedText(MovementTold::orderNumber)
                                .sharedText(MovementTold::shipment)
                                .sharedText(MovementTold::reason)
                                .number(MovementTold::occurredAt)
                                .params())
                .update();
        told.forEach(stock::moved);
    }
}
