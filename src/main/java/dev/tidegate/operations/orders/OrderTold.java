package dev.tidegate.operations.orders;

import dev.tidegate.contract.BodyJson;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.operations.effect.Body;
import dev.tidegate.operations.effect.Stamp;
import dev.tidegate.operations.effect.Told;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * An order as its sender told it, whole.
 *
 * @param wanted by item and location, in millionths; nothing unless it is open
 */
public record OrderTold(
        CanonicalEvent event, OrderKey key, Stamp stamp, String status, Map<String, Wanted> wanted)
        implements Told<OrderKey>, OrderWritten {

    public static OrderTold of(CanonicalEvent event) {
        var body = event.body();
        var status = Body.text(body, "status");
        return new OrderTold(
                event,
                new OrderKey(
                        event.tenant().value(), Body.text(body, "kind"), Body.text(body, "number")),
                new Stamp(event.version(), event.content()),
                status,
                status.equals(OrderRow.OPEN) ? wanted(body) : Map.of());
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

    private GenericRecord body() {
        return event.body();
    }

    @Override
    public String source() {
        return event.source().value();
    }

    @Override
    public String partner() {
        return Body.partner(body());
    }

    @Override
    public String partnerName() {
        return Body.partnerName(body());
    }

    @Override
    public String currency() {
        return Body.text(body(), "currency");
    }

    @Override
    public long orderedAt() {
        return Body.micros(body(), "ordered_at");
    }

    @Override
    public @Nullable Long requestedOn() {
        return Body.optionalDays(body(), "requested_on");
    }

    @Override
    public String lines() {
        return BodyJson.lines(body());
    }
}
