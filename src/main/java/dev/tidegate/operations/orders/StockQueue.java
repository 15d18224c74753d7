package dev.tidegate.operations.orders;

import dev.tidegate.platform.sql.Micros;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who gets the stock: sales orders queue for it by order date and number, item by item and location
 * by location. Derived whenever it is asked, so that an order that comes late leaves no wrong
 * allocation behind. Where there is enough for all, nobody has to be counted.
 */
final class StockQueue {
    private static final String ALLOCATED =
            """
            with place as (
                select p.item, p.location,
                       coalesce(sum(s.on_hand), 0)::bigint as on_hand, coalesce(sum(s.demand), 0)::bigint as demand
                from unnest(?::text[], ?::text[]) as p(item, location)
                left join operations.stock s on s.tenant = ? and s.item = p.item and s.location = p.location
                group by p.item, p.location),
            queue as (
                select p.item, p.location, q.number, q.due,
                       sum(q.due) over (partition by p.item, p.location order by q.ordered_at, q.number) as upto
                from place p
                cross join lateral (
                    select i.number, i.ordered_at, i.due from operations.order_item i
                    where i.tenant = ? and i.kind = 'sales' and i.due > 0 and i.item = p.item
                      and i.location = p.location and i.split is null and i.ordered_at <= ?
                    union all
                    select i.number, i.ordered_at, greatest((i.split ->> p.location)::bigint - greatest(
                               greatest(i.shipped, i.moved, 0) - coalesce((
                                   select sum(e.value::bigint) from jsonb_each_text(i.split) e
                                   where e.key collate "C" < p.location collate "C"), 0), 0), 0)::bigint
                    from operations.order_item i
                    where i.tenant = ? and i.kind = 'sales' and i.due > 0 and i.item = p.item
                      and i.split is not null and jsonb_exists(i.split, p.location) and i.ordered_at <= ?) q
                where p.demand > p.on_hand)
            select p.item, p.location, p.demand <= p.on_hand as enough, q.number,
                   greatest(least(p.on_hand - (q.upto - q.due), q.due), 0)::bigint as allocated
            from place p left join queue q on q.item = p.item and q.location = p.location and q.number = any (?::text[])
            """;

    private final Map<Claim, Long> allocated = new HashMap<>();
    private final HashSet<Place> enough = new HashSet<>();

    private record Place(String item, String location) {}

    private record Claim(String number, Place place) {}

    private StockQueue() {}

    /**
     * @param latest order date of the latest of the orders: who ordered after it can't stand before
     */
    static StockQueue of(
            JdbcClient jdbc, String tenant, Collection<ItemRow> sales, Instant latest) {
        var queue = new StockQueue();
        var places = new HashSet<Place>();
        sales.forEach(
                row ->
                        row.shares()
                                .forEach(
                                        share ->
                                                places.add(
                                                        new Place(row.item(), share.location()))));
        if (places.isEmpty()) {
            return queue;
        }
        var until = Micros.timestamp(latest);
        jdbc.sql(ALLOCATED)
                .params(
                        places.stream().map(Place::item).toArray(String[]::new),
                        places.stream().map(Place::location).toArray(String[]::new),
                        tenant,
                        tenant,
                        until,
                        tenant,
                        until,
                        sales.stream()
                                .map(row -> row.order().number())
                                .distinct()
                                .toArray(String[]::new))
                .query(
                        row -> {
                            var place = new Place(row.getString(1), row.getString(2));
                            var number = row.getString(4);
                            if (row.getBoolean(3)) {
                                queue.enough.add(place);
                            } else if (number != null) {
                                queue.allocated.put(new Claim(number, place), row.getLong(5));
                            }
                        });
        return queue;
    }

    /** What of the share's due there is stock for, in millionths. */
    long allocated(OrderId order, String item, ItemRow.Share share) {
        var place = new Place(item, share.location());
        return enough.contains(place)
                ? share.due()
                : Math.min(
                        allocated.getOrDefault(new Claim(order.number(), place), 0L), share.due());
    }
}
