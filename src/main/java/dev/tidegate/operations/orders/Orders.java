package dev.tidegate.operations.orders;

import dev.tidegate.contract.BodyJson;
import dev.tidegate.operations.effect.Body;
import dev.tidegate.operations.effect.Latest;
import dev.tidegate.operations.effect.Rows;
import dev.tidegate.operations.effect.Stamp;
import dev.tidegate.operations.fact.Facts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps each order as its latest version tells it, and what its items want changed. */
public final class Orders {
    private static final String KEEP =
            """
            insert into operations.orders as o (tenant, kind, number, version, content, source, status, partner, partner_name,
                currency, ordered_at, requested_on, lines, applied_at)
            select coalesce(a.tenant, same.tenant), coalesce(a.kind, same.kind), a.number,
                coalesce(a.version, same.version), a.content::uuid, coalesce(a.source, same.source),
                coalesce(a.status, same.status), coalesce(a.partner, same.partner),
                coalesce(a.partner_name, same.partner_name), coalesce(a.currency, same.currency),
                timestamptz 'epoch' + a.ordered_at * interval '1 microsecond', date '1970-01-01' + a.requested_on::int,
                a.lines::jsonb, timestamptz 'epoch' + ? * interval '1 microsecond'
            from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::bigint[], ?::bigint[], ?::text[])
              as a(tenant, kind, number, version, content, source, status, partner, partner_name,
                currency, ordered_at, requested_on, lines)
            cross join (values (?::text, ?::text, ?::bigint, ?::text, ?::text, ?::text, ?::text, ?::text))
              as same(tenant, kind, version, source, status, partner, partner_name, currency)
            on conflict (tenant, kind, number) do update set version = excluded.version, content = excluded.content,
                source = excluded.source, status = excluded.status, partner = excluded.partner,
                partner_name = excluded.partner_name, currency = excluded.currency, ordered_at = excluded.ordered_at,
                requested_on = excluded.requested_on, lines = excluded.lines, applied_at = excluded.applied_at
            where (o.version, o.content) < (excluded.version, excluded.content)
            returning tenant, kind, number, old.version, old.content
            """;

    /** Only an order's latest version writes what is ordered, and its row is locked by now. */
    private static final String WANTED_BEFORE =
            """
            select i.tenant, i.kind, i.number, i.item, i.ordered
            from unnest(?::text[], ?::text[], ?::text[]) as a(tenant, kind, number)
            join operations.order_item i on i.tenant = a.tenant and i.kind = a.kind and i.number = a.number
            where i.ordered > 0
            """;

    private Orders() {}

    /**
     * @param now microseconds since 1970
     * @return for each, whether it took effect; the others are stale
     */
    public static boolean[] keep(
            JdbcClient jdbc, List<OrderTold> told, ItemChanges items, long now, Facts facts) {
        if (told.isEmpty()) {
            return new boolean[0];
        }
        var latest = new Latest<>(told);
        var met = keep(jdbc, latest.contenders(), now);
        var kept =
                latest.contenders().stream().filter(order -> met.containsKey(order.key())).toList();
        var before = wantedBefore(jdbc, kept, met);
        for (OrderTold order : kept) {
            change(order, before, items);
            order.tell(facts);
        }
        return latest.settle(met);
    }

    private static Map<OrderKey, Stamp> keep(JdbcClient jdbc, List<OrderTold> orders, long now) {
        var met = HashMap.<OrderKey, Stamp>newHashMap(orders.size());
        jdbc.sql(KEEP)
                .param(now)
                .params(
                        Rows.of(orders)
                                .sharedText(o -> o.key().tenant())
                                .sharedText(o -> o.key().kind())
                                .text(o -> o.key().number())
                                .sharedNumber(o -> o.stamp().version())
                                .uuid(o -> o.stamp().content())
                                .sharedText(o -> o.event().source().value())
                                .sharedText(OrderTold::status)
                                .sharedText(o -> Body.partner(o.body()))
                                .sharedText(o -> Body.partnerName(o.body()))
                                .sharedText(o -> Body.text(o.body(), "currency"))
                                .number(OrderTold::orderedAt)
                                .optionalNumber(o -> Body.optionalDays(o.body(), "requested_on"))
                                .text(o -> BodyJson.lines(o.body()))
                                .params())
                .query(
                        row -> {
                            var version = row.getObject(4, Long.class);
                            met.put(
                                    new OrderKey(
                                            row.getString(1), row.getString(2), row.getString(3)),
                                    version == null
                                            ? Stamp.NONE
                                            : new Stamp(version, row.getObject(5, UUID.class)));
                        });
        return met;
    }

    private static Map<OrderKey, Map<String, Long>> wantedBefore(
            JdbcClient jdbc, List<OrderTold> kept, Map<OrderKey, Stamp> met) {
        var replaced =
                kept.stream().map(OrderTold::key).filter(k -> met.get(k) != Stamp.NONE).toList();
        Map<OrderKey, Map<String, Long>> before = new HashMap<>();
        if (!replaced.isEmpty()) {
            jdbc.sql(WANTED_BEFORE)
                    .params(
                            Rows.of(replaced)
                                    .text(OrderKey::tenant)
                                    .text(OrderKey::kind)
                                    .text(OrderKey::number)
                                    .params())
                    .query(
                            row -> {
                                var key =
                                        new OrderKey(
                                                row.getString(1),
                                                row.getString(2),
                                                row.getString(3));
                                before.computeIfAbsent(key, k -> new HashMap<>())
                                        .put(row.getString(4), row.getLong(5));
                            });
        }
        return before;
    }

    private static void change(
            OrderTold order, Map<OrderKey, Map<String, Long>> before, ItemChanges items) {
        var key = order.key();
        Map<String, Long> had = before.getOrDefault(key, Map.of());
        var all = new HashSet<>(had.keySet());
        all.addAll(order.wanted().keySet());
        for (String item : all) {
            var wanted = order.wanted().getOrDefault(item, Wanted.NOTHING);
            items.ordered(
                    new ItemKey(key.tenant(), key.kind(), key.number(), item),
                    wanted.quantity() - had.getOrDefault(item, 0L),
                    wanted,
                    order.orderedAt());
        }
    }
}
