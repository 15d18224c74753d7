package dev.tidegate.operations.orders;

import dev.tidegate.operations.effect.Rows;
import dev.tidegate.operations.effect.Stamp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Changes as documents keep them, laid over the orders they speak of. */
final class OrderChanges {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One probe of a partial index: most tenants have no change at all, and pay no more. */
    private static final String ANY =
            "select exists (select from operations.document where type = 'order_change')";

    private static final String OF_ORDERS =
            """
            select o.tenant, o.kind, o.number, o.source, o.status, o.partner, o.partner_name, o.currency,
                (extract(epoch from o.ordered_at) * 1000000)::bigint, o.requested_on - date '1970-01-01',
                coalesce(o.told, o.lines), d.number, d.source, d.version, d.content, d.body
            from unnest(?::text[], ?::text[], ?::text[]) as a(tenant, kind, number)
            join operations.orders o on o.tenant = a.tenant and o.kind = a.kind and o.number = a.number
            join operations.document d on d.tenant = o.tenant and d.type = 'order_change'
              and d.order_number = o.number and d.order_kind = o.kind and d.version >= o.version
            """;

    private static final String OF_ONE =
            """
            select d.number, d.source, d.version, d.content, d.body
            from operations.orders o
            join operations.document d on d.tenant = o.tenant and d.type = 'order_change'
              and d.order_number = o.number and d.order_kind = o.kind and d.version >= o.version
            where o.tenant = ? and o.kind = ? and o.number = ?
            """;

    private static final String WRITE =
            """
            update operations.orders o set told = coalesce(o.told, o.lines), lines = a.lines::jsonb, changed = a.changed,
                applied_at = timestamptz 'epoch' + ? * interval '1 microsecond'
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[]) as a(tenant, kind, number, lines, changed)
            where o.tenant = a.tenant and o.kind = a.kind and o.number = a.number
            """;

    private OrderChanges() {}

    /** A whole that was told, with what changes it. */
    private static final class Changed {
        final OrderRead order;
        final List<OrderChange> changes = new ArrayList<>();

        Changed(OrderRead order) {
            this.order = order;
        }

        Amendment amendment() {
            return Amendment.of(order.lines(), order.currency(), changes);
        }
    }

    /** A row, as far as a fact tells it. */
    private record OrderRead(
            OrderKey key,
            String source,
            String status,
            String partner,
            String partnerName,
            String currency,
            long orderedAt,
            @Nullable Long requestedOn,
            String lines) {

        static OrderRead of(OrderKey key, ResultSet row) throws SQLException {
            return new OrderRead(
                    key,
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getLong(9),
                    row.getObject(10, Integer.class) instanceof Integer days
                            ? days.longValue()
                            : null,
                    row.getString(11));
        }

        OrderNow now(long version, Map<String, Wanted> wanted) {
            return new OrderNow(
                    key,
                    version,
                    source,
                    status,
                    partner,
                    partnerName,
                    currency,
                    orderedAt,
                    requestedOn,
                    status.equals(OrderRow.OPEN) ? wanted : Map.of());
        }
    }

    /** Those that are laid over an order. */
    static List<OrderChange> of(JdbcClient jdbc, String tenant, OrderId order) {
        return jdbc.sql(OF_ONE)
                .params(tenant, order.kind().label(), order.number())
                .query((row, n) -> change(row, 1))
                .list();
    }

    static boolean any(JdbcClient jdbc) {
        return jdbc.sql(ANY).query(Boolean.class).single();
    }

    /**
     * Lays changes over those of the orders that have any; their rows are locked by now.
     *
     * @param now microseconds since 1970
     * @return these orders as they now are
     */
    static Map<OrderKey, OrderNow> lay(JdbcClient jdbc, Collection<OrderKey> orders, long now) {
        var changed = read(jdbc, orders);
        var all = new HashMap<OrderKey, OrderNow>();
        var rows = new ArrayList<Row>();
        changed.forEach(
                (key, one) -> {
                    var amendment = one.amendment();
                    long last =
                            one.changes.stream()
                                    .mapToLong(c -> c.stamp().version())
                                    .max()
                                    .orElseThrow();
                    rows.add(new Row(key, amendment.lines(), last));
                    all.put(key, one.order.now(last, amendment.wanted()));
                });
        write(jdbc, rows, now);
        return all;
    }

    private record Row(OrderKey key, String lines, long changed) {}

    private static Map<OrderKey, Changed> read(JdbcClient jdbc, Collection<OrderKey> orders) {
        var changed = new HashMap<OrderKey, Changed>();
        jdbc.sql(OF_ORDERS)
                .params(
                        Rows.of(List.copyOf(orders))
                                .text(OrderKey::tenant)
                                .text(OrderKey::kind)
                                .text(OrderKey::number)
                                .params())
                .query(
                        row -> {
                            var key =
                                    new OrderKey(
                                            row.getString(1), row.getString(2), row.getString(3));
                            var one = changed.get(key);
                            if (one == null) {
                                one = new Changed(OrderRead.of(key, row));
                                changed.put(key, one);
                            }
                            one.changes.add(change(row, 12));
                        });
        return changed;
    }

    /**
     * @param at its first column
     */
    private static OrderChange change(ResultSet row, int at) throws SQLException {
        return new OrderChange(
                row.getString(at),
                row.getString(at + 1),
                new Stamp(row.getLong(at + 2), row.getObject(at + 3, UUID.class)),
                JSON.readTree(row.getString(at + 4)));
    }

    private static void write(JdbcClient jdbc, List<Row> rows, long now) {
        if (!rows.isEmpty()) {
            jdbc.sql(WRITE)
                    .param(now)
                    .params(
                            Rows.of(rows)
                                    .text(row -> row.key().tenant())
                                    .text(row -> row.key().kind())
                                    .text(row -> row.key().number())
                                    .text(Row::lines)
                                    .number(Row::changed)
                                    .params())
                    .update();
        }
    }
}
