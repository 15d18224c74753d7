package dev.tidegate.operations.shipments;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.operations.effect.Body;
import dev.tidegate.operations.effect.Stamp;
import dev.tidegate.operations.effect.Told;
import dev.tidegate.operations.fact.FactType;
import dev.tidegate.operations.fact.Facts;
import org.apache.avro.generic.GenericRecord;

/** A shipment as its sender told it, whole. */
public record ShipmentTold(CanonicalEvent event, ShipmentKey key, Stamp stamp, Carried carried)
        implements Told<ShipmentKey> {

    public static ShipmentTold of(CanonicalEvent event) {
        return new ShipmentTold(
                event,
                new ShipmentKey(event.tenant().value(), Body.text(event.body(), "number")),
                new Stamp(event.version(), event.content()),
                Carried.told(event.body()));
    }

    GenericRecord body() {
        return event.body();
    }

    String text(String field) {
        return Body.text(body(), field);
    }

    void tell(Facts facts) {
        facts.add(
                FactType.SHIPMENT_CHANGED,
                key.tenant(),
                key.number(),
                Body.address(event) + "/shipment.changed",
                fact ->
                        fact.text(key.number())
                                .number(stamp.version())
                                .text(text("direction"))
                                .text(text("status"))
                                .text(event.source().value())
                                .text(Body.partner(body()))
                                .text(text("carrier"))
                                .text(text("tracking"))
                                .text(text("from_location"))
                                .text(text("to_location"))
                                .number(Body.micros(body(), "shipped_at"))
                                .optionalNumber(Body.optionalMicros(body(), "expected_at")));
    }
}
