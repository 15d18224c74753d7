package dev.tidegate.operations.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is wanted of one item by one order, and what of it went out or came in.
 *
 * @param shipped by shipments, in millionths
 * @param moved by movements
 */
record ItemRow(OrderId order, String item, Wanted wanted, long shipped, long moved) {
    private static final String OF_ORDERS =
            """
            select i.kind, i.number, i.item, i.location, i.ordered, i.split, i.shipped, i.moved
            from unnest(?::text[], ?::text[]) as a(kind, number)
            join operations.order_item i on i.tenant = ? and i.kind = a.kind and i.number = a.number
            """;

    /** Part of an item at one location. */
    record Share(String location, long ordered, long due) {}

    static Map<OrderId, List<ItemRow>> of(
            JdbcClient jdbc, String tenant, Collection<OrderId> orders) {
        var byOrder = new HashMap<OrderId, List<ItemRow>>();
        jdbc.sql(OF_ORDERS)
                .params(
                        orders.stream().map(o -> o.kind().label()).toArray(String[]::new),
                        orders.stream().map(OrderId::number).toArray(String[]::new),
                        tenant)
                .query(ItemRow::read)
                .list()
                .forEach(
                        row ->
                                byOrder.computeIfAbsent(row.order(), o -> new ArrayList<>())
                                        .add(row));
        return byOrder;
    }

    private static ItemRow read(ResultSet row, int n) throws SQLException {
        return new ItemRow(
                new OrderId(
                        OrderId.Kind.of(row.getString("kind")).orElseThrow(),
                        row.getString("number")),
                row.getString("item"),
                Wanted.read(
                        row.getString("location"), row.getLong("ordered"), row.getString("split")),
                row.getLong("shipped"),
                row.getLong("moved"));
    }

    long fulfilled() {
        return Math.max(Math.max(shipped, moved), 0);
    }

    List<Share> shares() {
        var shares = new ArrayList<Share>();
        var ordered = wanted.byLocation();
        wanted.due(
                fulfilled(),
                (location, due) ->
                        shares.add(new Share(location, ordered.getOrDefault(location, 0L), due)));
        return shares;
    }
}
