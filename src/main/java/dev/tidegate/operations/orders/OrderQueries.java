package dev.tidegate.operations.orders;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.sql.Micros;
import dev.tidegate.platform.sql.Where;
import dev.tidegate.platform.web.Cursor;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Patience;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Orders, the latest ordered first. */
public final class OrderQueries {
    /** Orders looked at for one page, where only their progress tells whether they belong to it. */
    private static final int LOOKED_AT_MAX = 2_000;

    private static final Set<String> TOLD = Set.of(OrderRow.OPEN, "cancelled", "closed");
    private static final String NEWEST_FIRST =
            "\norder by o.ordered_at desc, o.number desc, o.kind desc limit ?";
    private static final String BEFORE = "(o.ordered_at, o.number, o.kind) < (?, ?, ?)";
    private static final String ONE =
            OrderRow.SELECT + "where o.tenant = ? and o.kind = ? and o.number = ?";
    private static final String ANSWERS =
            """
            select distinct on (order_number) order_number, status from operations.document
            where tenant = ? and type = 'order_response' and order_kind = 'purchase'
              and order_number = any (?::text[])
            order by order_number, issued_at desc, version desc, number
            """;

    private final Database database;
    private final Patience patience;
    private final OrderViews views;
    private final DocumentQueries documents;

    public OrderQueries(
            Database database, Patience patience, DocumentQueries documents, JsonMapper json) {
        this.database = database;
        this.patience = patience;
        this.documents = documents;
        this.views = new OrderViews(json);
    }

    /**
     * What is asked for; empty means any.
     *
     * @param status as {@link OrderView#status} shows it; {@code open} means neither cancelled nor
     *     closed
     * @param partner by code or name, exactly
     */
    public record Filter(
            Optional<String> number,
            Optional<OrderId.Kind> kind,
            Optional<String> status,
            Optional<String> partner) {
        public static final Filter ANY =
                new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** Whether only an order's progress tells if it is meant; open means any open one. */
        boolean isDerived() {
            return status.filter(s -> !TOLD.contains(s)).isPresent();
        }

        boolean accepts(OrderView order) {
            return !isDerived() || status.orElse("").equals(order.status());
        }

        /** What the row itself says. */
        private Where where(TenantId tenant) {
            var where =
                    new Where()
                            .and("o.tenant = ?", tenant.value())
                            .and("o.number = ?", number)
                            .and("o.kind = ?", kind, OrderId.Kind::label);
            partner.ifPresent(who -> where.and("(o.partner = ? or o.partner_name = ?)", who, who));
            return where.and("o.status = ?", status.map(s -> TOLD.contains(s) ? s : OrderRow.OPEN));
        }
    }

    /**
     * A page may hold fewer than the limit and still have a next one: progress is derived, so a
     * status can only be found by looking.
     */
    public Page<OrderView> list(
            TenantId tenant, Filter filter, Optional<String> cursor, int limit) {
        var from = Cursor.parse(cursor, 3);
        return patience.read(tenant, jdbc -> page(jdbc, tenant, filter, from, limit));
    }

    private Page<OrderView> page(
            JdbcClient jdbc, TenantId tenant, Filter filter, Optional<Cursor> from, int limit) {
        var found = new ArrayList<OrderView>();
        var next = from;
        int lookedAt = 0;
        while (lookedAt < LOOKED_AT_MAX) {
            int most = filter.isDerived() ? Page.LIMIT_MAX : limit - found.size();
            var rows = rows(jdbc, tenant, filter, next, most + 1);
            boolean last = rows.size() <= most;
            for (OrderView order : views(jdbc, tenant, last ? rows : rows.subList(0, most))) {
                if (filter.accepts(order)) {
                    found.add(order);
                }
                next = Optional.of(cursor(order));
                if (found.size() == limit) {
                    boolean more = !last || !order.id().equals(rows.getLast().id());
                    return new Page<>(found, more ? cursor(order).text() : null);
                }
            }
            if (last) {
                return new Page<>(found, null);
            }
            lookedAt += most;
        }
        return new Page<>(found, next.map(Cursor::text).orElse(null));
    }

    private static List<OrderRow> rows(
            JdbcClient jdbc, TenantId tenant, Filter filter, Optional<Cursor> from, int most) {
        var where = filter.where(tenant);
        from.ifPresent(
                cursor ->
                        where.and(
                                BEFORE,
                                Micros.timestamp(cursor.number(0)),
                                cursor.keys().get(1),
                                cursor.keys().get(2)));
        return jdbc.sql(OrderRow.SELECT + where.sql() + NEWEST_FIRST)
                .params(where.values())
                .param(most)
                .query(OrderRow::read)
                .list();
    }

    private static Cursor cursor(OrderView order) {
        return Cursor.of(Micros.of(order.orderedAt()), order.number(), order.kind().label());
    }

    /** With its documents. */
    public Optional<OrderView> find(TenantId tenant, OrderId id) {
        return database.readTenant(tenant, jdbc -> find(jdbc, tenant, id));
    }

    /** As it stands in the running transaction. */
    Optional<OrderView> find(JdbcClient jdbc, TenantId tenant, OrderId id) {
        return row(jdbc, tenant, id)
                .map(
                        row ->
                                views(jdbc, tenant, List.of(row))
                                        .getFirst()
                                        .with(
                                                changes(jdbc, tenant, row),
                                                documents.of(jdbc, tenant, id)));
    }

    /** What each change did; laid over the whole once more, for it isn't kept. */
    private static List<ChangeView> changes(JdbcClient jdbc, TenantId tenant, OrderRow row) {
        return row.told() == null
                ? List.of()
                : Amendment.of(
                                row.told(),
                                row.currency(),
                                OrderChanges.of(jdbc, tenant.value(), row.id()))
                        .effects();
    }

    static Optional<OrderRow> row(JdbcClient jdbc, TenantId tenant, OrderId id) {
        return jdbc.sql(ONE)
                .params(tenant.value(), id.kind().label(), id.number())
                .query(OrderRow::read)
                .optional();
    }

    private List<OrderView> views(JdbcClient jdbc, TenantId tenant, List<OrderRow> rows) {
        var items = ItemRow.of(jdbc, tenant.value(), rows.stream().map(OrderRow::id).toList());
        var sales =
                rows.stream()
                        .filter(OrderRow::isOpenSale)
                        .flatMap(row -> items.getOrDefault(row.id(), List.of()).stream())
                        .toList();
        var latest = rows.stream().map(OrderRow::orderedAt).max(Instant::compareTo);
        var queue = StockQueue.of(jdbc, tenant.value(), sales, latest.orElse(Instant.MAX));
        var answers = answers(jdbc, tenant, rows);
        return rows.stream()
                .map(
                        row ->
                                views.of(
                                        row,
                                        new Progress(
                                                row,
                                                items.getOrDefault(row.id(), List.of()),
                                                queue),
                                        answers.getOrDefault(row.id().number(), "")))
                .toList();
    }

    /** How suppliers answered, by order number. */
    private static Map<String, String> answers(
            JdbcClient jdbc, TenantId tenant, List<OrderRow> rows) {
        var purchases =
                rows.stream()
                        .filter(row -> row.id().kind() == OrderId.Kind.PURCHASE)
                        .map(row -> row.id().number())
                        .toArray(String[]::new);
        var answers = new HashMap<String, @Nullable String>();
        if (purchases.length > 0) {
            jdbc.sql(ANSWERS)
                    .param(tenant.value())
                    .param(purchases)
                    .query(
                            row -> {
                                answers.put(row.getString(1), row.getString(2));
                            });
        }
        return answers;
    }
}
