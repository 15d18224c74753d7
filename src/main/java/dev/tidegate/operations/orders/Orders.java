package dev.tidegate.operations.orders;

import dev.tidegate.operations.effect.Body;
import dev.tidegate.operations.effect.Latest;
import dev.tidegate.operations.effect.Rows;
import dev.tidegate.operations.effect.Stamp;
import dev.tidegate.operations.fact.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps each order as its latest version tells it, with later changes of its lines laid over it,
 * and what its items want changed. One transaction's orders: first {@link #keep} writes and locks
 * them, then the documents are kept, then {@link #change} lays their changes over the orders.
 */
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
                requested_on = excluded.requested_on, lines = excluded.lines, told = null, changed = null,
                applied_at = excluded.applied_at
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

    private static final String NOT_COME =
            """
            delete from operations.orders o using unnest(?::text[], ?::text[], ?::text[]) as a(tenant, kind, number)
            where o.tenant = a.tenant and o.kind = a.kind and o.number = a.number and o.version = %d
            """
                    .formatted(Stamp.NONE.version());

    private final JdbcClient jdbc;
    private final long now;
    private final Latest<OrderKey, OrderTold> latest;
    private final Set<OrderKey> awaited;
    private final Map<OrderKey, Stamp> met;

    /**
     * @param changes documents of this transaction that may change orders
     * @param now microseconds since 1970
     */
    public Orders(JdbcClient jdbc, List<OrderTold> told, List<DocumentTold> changes, long now) {
        this.jdbc = jdbc;
        this.now = now;
        this.latest = new Latest<>(told);
        this.awaited =
                changes.stream()
                        .filter(DocumentTold::changesOrder)
                        .map(DocumentTold::order)
                        .collect(Collectors.toCollection(HashSet::new));
        latest.contenders().forEach(order -> awaited.remove(order.key()));
        this.met = HashMap.newHashMap(told.size());
    }

    /**
     * @return for each, whether it took effect; the others are stale
     */
    public boolean[] keep() {
        var rows = new ArrayList<OrderWritten>(latest.contenders());
        if (!awaited.isEmpty()) {
            awaited.forEach(order -> rows.add(new OrderAwaited(order)));
            rows.sort(Comparator.comparing(OrderWritten::key));
        }
        if (!rows.isEmpty()) {
            write(rows);
        }
        return latest.settle(met);
    }

    private void write(List<OrderWritten> rows) {
        jdbc.sql(KEEP)
                .param(now)
                .params(
                        Rows.of(rows)
                                .sharedText(o -> o.key().tenant())
                                .sharedText(o -> o.key().kind())
                                .text(o -> o.key().number())
                                .sharedNumber(o -> o.stamp().version())
                                .uuid(o -> o.stamp().content())
                                .sharedText(OrderWritten::source)
                                .sharedText(OrderWritten::status)
                                .sharedText(OrderWritten::partner)
                                .sharedText(OrderWritten::partnerName)
                                .sharedText(OrderWritten::currency)
                                .number(OrderWritten::orderedAt)
                                .optionalNumber(OrderWritten::requestedOn)
                                .text(OrderWritten::lines)
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
    }

    /**
     * Tells what is wanted now, when the documents of this transaction are kept.
     *
     * @param changes those documents that took effect
     */
    public void change(List<DocumentTold> changes, ItemChanges items, Facts facts) {
        var kept =
                latest.contenders().stream().filter(order -> met.containsKey(order.key())).toList();
        var changed = new TreeMap<OrderKey, DocumentTold>();
        changes.stream()
                .filter(DocumentTold::changesOrder)
                .forEach(one -> changed.merge(one.order(), one, DocumentTold::later));
        var touched = new HashSet<>(changed.keySet());
        kept.forEach(order -> touched.add(order.key()));
        forget();
        if (touched.isEmpty()) {
            return;
        }
        Map<OrderKey, OrderNow> laid =
                !changed.isEmpty() || OrderChanges.any(jdbc)
                        ? OrderChanges.lay(jdbc, touched, now)
                        : Map.of();
        var before = wantedBefore(touched);
        for (OrderTold order : kept) {
            var as = laid.get(order.key());
            tell(
                    as == null ? OrderNow.of(order) : as,
                    before,
                    items,
                    Body.address(order.event()),
                    facts);
            changed.remove(order.key());
        }
        changed.forEach(
                (key, by) -> {
                    var as = laid.get(key);
                    if (as != null) {
                        tell(as, before, items, Body.address(by.event()), facts);
                    }
                });
    }

    /** Rows that stood in for orders that haven't come. */
    private void forget() {
        var absent = awaited.stream().filter(met::containsKey).sorted().toList();
        if (!absent.isEmpty()) {
            jdbc.sql(NOT_COME).params(keys(absent)).update();
        }
    }

    /** Of those that were there before. */
    private Map<OrderKey, Map<String, Long>> wantedBefore(Collection<OrderKey> touched) {
        var there = touched.stream().filter(key -> met.get(key) != Stamp.NONE).sorted().toList();
        Map<OrderKey, Map<String, Long>> before = new HashMap<>();
        if (!there.isEmpty()) {
            jdbc.sql(WANTED_BEFORE)
                    .params(keys(there))
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

    private static List<Object> keys(List<OrderKey> orders) {
        return List.copyOf(
                Rows.of(orders)
                        .text(OrderKey::tenant)
                        .text(OrderKey::kind)
                        .text(OrderKey::number)
                        .params());
    }

    private static void tell(
            OrderNow order,
            Map<OrderKey, Map<String, Long>> before,
            ItemChanges items,
            String address,
            Facts facts) {
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
        order.tell(address, facts);
    }
}
