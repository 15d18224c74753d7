package dev.tidegate.operations.orders;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.operations.effect.Body;
import dev.tidegate.operations.effect.Stamp;
import dev.tidegate.operations.effect.Told;
import dev.tidegate.operations.fact.FactType;
import dev.tidegate.operations.fact.Facts;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;

/**
 * An order as its sender told it, whole.
 *
 * @param wanted by item and location, in millionths; nothing unless it is open
 */
public record OrderTold(
        CanonicalEvent event, OrderKey key, Stamp stamp, String status, Map<String, Wanted> wanted)
        implements Told<OrderKey> {
    private static final String OPEN = "open";

    public static OrderTold of(CanonicalEvent event) {
        var body = event.body();
        var status = Body.text(body, "status");
        return new OrderTold(
                event,
                new OrderKey(
                        event.tenant().value(), Body.text(body, "kind"), Body.text(body, "number")),
                new Stamp(event.version(), event.content()),
                status,
                status.equals(OPEN) ? wanted(body) : Map.of());
    }

    private static Map<String, Wanted> wanted(GenericRecord body) {
        var wanted = new TreeMap<String, Wanted>();
        for (GenericRecord line : Body.lines(body)) {
            long quantity = Body.quantity(line, "quantity");
            if (quantity < 0) {
                throw new IllegalArgumentException(
                        "line " + line.get("line") + " orders " + quantity + " millionths");
            }
            if (quantity > 0) {
                wanted.merge(
                        Body.text(line, "item"),
                        Wanted.at(Body.text(line, "location"), quantity),
                        Wanted::plus);
            }
        }
        return wanted;
    }

    GenericRecord body() {
        return event.body();
    }

    long orderedAt() {
        return Body.micros(body(), "ordered_at");
    }

    void tell(Facts facts) {
        facts.add(
                FactType.ORDER_CHANGED,
                key.tenant(),
                key.kind() + "/" + key.number(),
                Body.address(event) + "/order.changed",
                fact -> {
                    fact.text(key.kind())
                            .text(key.number())
                            .number(stamp.version())
                            .text(status)
                            .text(event.source().value())
                            .text(Body.partner(body()))
                            .text(Body.partnerName(body()))
                            .text(Body.text(body(), "currency"))
                            .number(orderedAt())
                            .optionalDays(Body.optionalDays(body(), "requested_on"));
                    int places = 0;
                    for (Wanted one : wanted.values()) {
                        places += one.byLocation().size();
                    }
                    fact.items(places);
                    wanted.forEach(
                            (item, one) ->
                                    one.byLocation()
                                            .forEach(
                                                    (location, quantity) ->
                                                            fact.item()
                                                                    .text(item)
                                                                    .text(location)
                                                                    .quantity(quantity)));
                    fact.endItems();
                });
    }
}
