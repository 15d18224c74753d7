package dev.tidegate.operations.orders;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Micros;
import dev.tidegate.platform.sql.Where;
import dev.tidegate.platform.web.Cursor;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.PathName;
import dev.tidegate.platform.web.Patience;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Documents that are kept without effect on stock, the latest issued first. */
public final class DocumentQueries {
    public static final int OF_ORDER_MAX = 100;

    private static final String ID_PREFIX = "doc_";
    private static final String BETWEEN = "/";
    private static final int ID_PARTS = 3;
    private static final String SELECT =
            """
            select type, number, order_kind, order_number, version, source, partner, status, issued_at, body, applied_at
            from operations.document
            """;
    private static final String NEWEST_FIRST =
            "\norder by issued_at desc, number desc, type desc, source desc limit ?";
    private static final String BEFORE = "(issued_at, number, type, source) < (?, ?, ?, ?)";

    private final Patience patience;
    private final JsonMapper json;

    public DocumentQueries(Patience patience, JsonMapper json) {
        this.patience = patience;
        this.json = json;
    }

    /**
     * What is asked for; empty means any.
     *
     * @param order number of the order it speaks of
     */
    public record Filter(Optional<String> type, Optional<String> number, Optional<String> order) {}

    public Page<DocumentView> list(
            TenantId tenant, Filter filter, Optional<String> cursor, int limit) {
        var where =
                new Where()
                        .and("tenant = ?", tenant.value())
                        .and("type = ?", filter.type())
                        .and("number = ?", filter.number())
                        .and("order_number = ?", filter.order());
        Cursor.parse(cursor, 4)
                .ifPresent(
                        from ->
                                where.and(
                                        BEFORE,
                                        Micros.timestamp(from.number(0)),
                                        from.keys().get(1),
                                        from.keys().get(2),
                                        from.keys().get(3)));
        var rows = patience.read(tenant, jdbc -> rows(jdbc, where, limit + 1));
        var page =
                Page.of(
                        rows,
                        limit,
                        last ->
                                Cursor.of(
                                        Micros.of(last.issuedAt()),
                                        last.number(),
                                        last.type(),
                                        last.source()));
        return new Page<>(
                page.items().stream().map(DocumentView::withoutBody).toList(), page.next());
    }

    /** Whole. */
    public Optional<DocumentView> find(TenantId tenant, String id) {
        return PathName.parse(ID_PREFIX, id)
                .map(text -> text.split(BETWEEN, ID_PARTS))
                .filter(parts -> parts.length == ID_PARTS)
                .map(
                        parts ->
                                new Where()
                                        .and("tenant = ?", tenant.value())
                                        .and("type = ?", parts[0])
                                        .and("source = ?", parts[1])
                                        .and("number = ?", parts[2]))
                .flatMap(
                        where ->
                                patience.read(tenant, jdbc -> rows(jdbc, where, 1)).stream()
                                        .findFirst());
    }

    /**
     * What speaks of an order; a document that doesn't say whose order it means is shown at both.
     */
    List<DocumentView> of(JdbcClient jdbc, TenantId tenant, OrderId order) {
        var where =
                new Where()
                        .and("tenant = ?", tenant.value())
                        .and("order_number = ?", order.number())
                        .and("order_kind in (?, '')", order.kind().label());
        return rows(jdbc, where, OF_ORDER_MAX);
    }

    private List<DocumentView> rows(JdbcClient jdbc, Where where, int most) {
        return jdbc.sql(SELECT + where.sql() + NEWEST_FIRST)
                .params(where.values())
                .param(most)
                .query(this::view)
                .list();
    }

    private DocumentView view(ResultSet row, int n) throws SQLException {
        var type = row.getString("type");
        var number = row.getString("number");
        var source = row.getString("source");
        var orderNumber = row.getString("order_number");
        var kind = OrderId.Kind.of(row.getString("order_kind"));
        return new DocumentView(
                PathName.of(ID_PREFIX, type + BETWEEN + source + BETWEEN + number),
                type,
                number,
                orderNumber.isEmpty()
                        ? null
                        : kind.map(k -> new OrderId(k, orderNumber)).orElse(null),
                orderNumber.isEmpty() ? null : orderNumber,
                row.getString("status"),
                row.getString("partner"),
                row.getTimestamp("issued_at").toInstant(),
                row.getLong("version"),
                source,
                row.getTimestamp("applied_at").toInstant(),
                json.readTree(row.getString("body")));
    }
}
