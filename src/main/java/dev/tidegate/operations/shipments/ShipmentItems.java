package dev.tidegate.operations.shipments;

import dev.tidegate.operations.effect.Rows;
import dev.tidegate.operations.inventory.StockChanges;
import dev.tidegate.operations.shipments.CarriedChanges.ItemKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Items of inbound shipments, and what of them is still in transit. A shipment and its receipts
 * upsert the same row, so that they agree whichever comes first.
 */
public final class ShipmentItems {
    private static final String CHANGE =
            """
            insert into operations.shipment_item as i (tenant, number, item, location, shipped, received)
            select coalesce(a.tenant, same.tenant), a.number, a.item, coalesce(a.location, same.location),
                coalesce(a.shipped, same.shipped), coalesce(a.received, same.received)
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
              as a(tenant, number, item, location, shipped, received)
            cross join (values (?::text, ?::text, ?::bigint, ?::bigint)) as same(tenant, location, shipped, received)
            on conflict (tenant, number, item) do update set shipped = i.shipped + excluded.shipped,
                received = i.received + excluded.received,
                location = case when i.shipped + excluded.shipped <> 0 then coalesce(excluded.location, i.location) end
            returning old.location, old.due, new.location, new.due, new.shipped = 0 and new.received = 0
            """;
    private static final String FORGET =
            """
            delete from operations.shipment_item i
            using unnest(?::text[], ?::text[], ?::text[]) as a(tenant, number, item)
            where i.tenant = a.tenant and i.number = a.number and i.item = a.item
            """;

    private ShipmentItems() {}

    public static void apply(JdbcClient jdbc, CarriedChanges changed, StockChanges stock) {
        var changes = changed.inOrder();
        if (changes.isEmpty()) {
            return;
        }
        var empty = new ArrayList<ItemKey>();
        var done = changes.iterator();
        jdbc.sql(CHANGE)
                .params(
                        Rows.of(changes)
                                .sharedText(c -> c.key.tenant())
                                .text(c -> c.key.number())
                                .text(c -> c.key.item())
                                .sharedText(c -> c.location)
                                .sharedNumber(c -> c.shipped)
                                .sharedNumber(c -> c.received)
                                .params())
                .query(
                        row -> {
                            // Every row is inserted or updated, so they return in the order sent.
                            var key = done.next().key;
                            transit(key, row.getString(1), -row.getLong(2), stock);
                            transit(key, row.getString(3), row.getLong(4), stock);
                            if (row.getBoolean(5)) {
                                empty.add(key);
                            }
                        });
        forget(jdbc, empty);
    }

    private static void transit(
            ItemKey key, @Nullable String location, long due, StockChanges stock) {
        if (location != null) {
            stock.transit(key.tenant(), key.item(), location, due);
        }
    }

    private static void forget(JdbcClient jdbc, List<ItemKey> keys) {
        if (!keys.isEmpty()) {
            jdbc.sql(FORGET)
                    .params(
                            Rows.of(keys)
                                    .text(ItemKey::tenant)
                                    .text(ItemKey::number)
                                    .text(ItemKey::item)
                                    .params())
                    .update();
        }
    }
}
