package dev.tidegate.operations.orders;

import static dev.tidegate.operations.effect.Columns.longs;
import static dev.tidegate.operations.effect.Columns.optionalLongs;
import static dev.tidegate.operations.effect.Columns.optionalTexts;
import static dev.tidegate.operations.effect.Columns.texts;

import dev.tidegate.operations.inventory.StockChanges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Items of orders, and what they still want of stock. An order and what fulfils it upsert the same
 * row, so that the two agree whichever comes first.
 */
public final class OrderItems {
    private static final String CHANGE =
            """
            insert into operations.order_item as i (tenant, kind, number, item, location, ordered, split, shipped, moved, ordered_at)
            select a.tenant, a.kind, a.number, a.item, a.location, a.ordered, a.split::jsonb, a.shipped, a.moved,
                coalesce(timestamptz 'epoch' + a.ordered_at * interval '1 microsecond', '-infinity')
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
              as a(tenant, kind, number, item, location, ordered, split, shipped, moved, ordered_at)
            on conflict (tenant, kind, number, item) do update set ordered = i.ordered + excluded.ordered,
                shipped = i.shipped + excluded.shipped, moved = i.moved + excluded.moved,
                location = case when i.ordered + excluded.ordered = 0 then ''
                    when isfinite(excluded.ordered_at) then excluded.location else i.location end,
                split = case when i.ordered + excluded.ordered = 0 then null
                    when isfinite(excluded.ordered_at) then excluded.split else i.split end,
                ordered_at = case when i.ordered + excluded.ordered = 0 then '-infinity'
                    when isfinite(excluded.ordered_at) then excluded.ordered_at else i.ordered_at end
            returning old.location, old.ordered, old.split, greatest(old.shipped, old.moved),
                new.location, new.ordered, new.split, greatest(new.shipped, new.moved), new.shipped = 0 and new.moved = 0
            """;
    private static final String FORGET =
            """
            delete from operations.order_item i
            using unnest(?::text[], ?::text[], ?::text[], ?::text[]) as a(tenant, kind, number, item)
            where i.tenant = a.tenant and i.kind = a.kind and i.number = a.number and i.item = a.item
            """;

    private OrderItems() {}

    public static void apply(JdbcClient jdbc, ItemChanges changed, StockChanges stock) {
        var changes = changed.inOrder();
        if (changes.isEmpty()) {
            return;
        }
        var empty = new ArrayList<ItemKey>();
        var done = changes.iterator();
        jdbc.sql(CHANGE)
                .params(
                        texts(changes, c -> c.key.tenant()),
                        texts(changes, c -> c.key.kind()),
                        texts(changes, c -> c.key.number()),
                        texts(changes, c -> c.key.item()),
                        texts(changes, c -> c.wanted.location()),
                        longs(changes, c -> c.ordered),
                        optionalTexts(changes, c -> c.wanted.splitJson()),
                        longs(changes, c -> c.shipped),
                        longs(changes, c -> c.moved),
                        optionalLongs(changes, c -> c.orderedAt))
                .query(
                        row -> {
                            // Every row is inserted or updated, so they return in the order sent.
                            var key = done.next().key;
                            if (key.kind().equals(ItemKey.SALES)) {
                                demand(key, row, stock);
                            }
                            if (row.getLong(6) == 0 && row.getBoolean(9)) {
                                empty.add(key);
                            }
                        });
        forget(jdbc, empty);
    }

    private static void demand(ItemKey key, ResultSet row, StockChanges stock) throws SQLException {
        Wanted.read(row.getString(1), row.getLong(2), row.getString(3))
                .due(row.getLong(4), (at, due) -> stock.demand(key.tenant(), key.item(), at, -due));
        Wanted.read(row.getString(5), row.getLong(6), row.getString(7))
                .due(row.getLong(8), (at, due) -> stock.demand(key.tenant(), key.item(), at, due));
    }

    private static void forget(JdbcClient jdbc, List<ItemKey> keys) {
        if (!keys.isEmpty()) {
            jdbc.sql(FORGET)
                    .params(
                            texts(keys, ItemKey::tenant),
                            texts(keys, ItemKey::kind),
                            texts(keys, ItemKey::number),
                            texts(keys, ItemKey::item))
                    .update();
        }
    }
}
