package dev.tidegate.operations.orders;

import dev.tidegate.operations.effect.Rows;
import dev.tidegate.operations.inventory.StockChanges;
import dev.tidegate.operations.orders.ItemChanges.Change;
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
            select coalesce(a.tenant, same.tenant), coalesce(a.kind, same.kind), a.number, a.item,
                coalesce(a.location, same.location), coalesce(a.ordered, same.ordered), coalesce(a.split, same.split)::jsonb,
                coalesce(a.shipped, same.shipped), coalesce(a.moved, same.moved),
                coalesce(timestamptz 'epoch' + a.ordered_at * interval '1 microsecond', '-infinity')
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
              as a(tenant, kind, number, item, location, ordered, split, shipped, moved, ordered_at)
            cross join (values (?::text, ?::text, ?::text, ?::bigint, ?::text, ?::bigint, ?::bigint))
              as same(tenant, kind, location, ordered, split, shipped, moved)
            on conflict (tenant, kind, number, item) do update set ordered = i.ordered + excluded.ordered,
                shipped = i.shipped + excluded.shipped, moved = i.moved + excluded.moved,
                location = case when i.ordered + excluded.ordered = 0 then ''
                    when isfinite(excluded.ordered_at) then excluded.location else i.location end,
                split = case when i.ordered + excluded.ordered = 0 then null
                    when isfinite(excluded.ordered_at) then excluded.split else i.split end,
                ordered_at = case when i.ordered + excluded.ordered = 0 then '-infinity'
                    when isfinite(excluded.ordered_at) then excluded.ordered_at else i.ordered_at end
            returning old.location, old.ordered, old.split, greatest(old.shipped, old.moved),
                case when old.tenant is not null then new.location end, case when old.tenant is not null then new.ordered end,
                case when old.tenant is not null then new.split end,
                case when old.tenant is not null then greatest(new.shipped, new.moved) end,
                new.ordered = 0 and new.shipped = 0 and new.moved = 0
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
                        Rows.of(changes)
                                .sharedText(c -> c.key.tenant())
                                .sharedText(c -> c.key.kind())
                                .text(c -> c.key.number())
                                .text(c -> c.key.item())
                                .sharedText(c -> c.wanted.location())
                                .sharedNumber(c -> c.ordered)
                                .sharedText(c -> c.wanted.splitJson())
                                .sharedNumber(c -> c.shipped)
                                .sharedNumber(c -> c.moved)
                                .optionalNumber(c -> c.orderedAt)
                                .params())
                .query(
                        row -> {
                            // Every row is inserted or updated, so they return in the order sent.
                            var change = done.next();
                            if (change.key.kind().equals(ItemKey.SALES)) {
                                demand(change, row, stock);
                            }
                            if (row.getBoolean(9)) {
                                empty.add(change.key);
                            }
                        });
        forget(jdbc, empty);
    }

    private static void demand(Change change, ResultSet row, StockChanges stock)
            throws SQLException {
        var key = change.key;
        var before = row.getString(1);
        if (before == null) {
            change.wanted.due(
                    Math.max(change.shipped, change.moved),
                    (at, due) -> stock.demand(key.tenant(), key.item(), at, due));
            return;
        }
        Wanted.read(before, row.getLong(2), row.getString(3))
                .due(row.getLong(4), (at, due) -> stock.demand(key.tenant(), key.item(), at, -due));
        Wanted.read(row.getString(5), row.getLong(6), row.getString(7))
                .due(row.getLong(8), (at, due) -> stock.demand(key.tenant(), key.item(), at, due));
    }

    private static void forget(JdbcClient jdbc, List<ItemKey> keys) {
        if (!keys.isEmpty()) {
            jdbc.sql(FORGET)
                    .params(
                            Rows.of(keys)
                                    .text(ItemKey::tenant)
                                    .text(ItemKey::kind)
                                    .text(ItemKey::number)
                                    .text(ItemKey::item)
                                    .params())
                    .update();
        }
    }
}
