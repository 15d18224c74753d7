package dev.tidegate.operations.shipments;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.operations.effect.Body;
import dev.tidegate.operations.effect.Stamp;
import dev.tidegate.operations.effect.Told;
import dev.tidegate.operations.fact.FactType;
import dev.tidegate.operations.fact.Facts;

/** Something that happened to a shipment; told twice with other words, the greater stands. */
public record MilestoneTold(CanonicalEvent event, MilestoneKey key, Stamp stamp, String note)
        implements Told<MilestoneTold.MilestoneKey> {

    /**
     * @param occurredAt microseconds since 1970
     */
    record MilestoneKey(ShipmentKey shipment, long occurredAt, String code, String location)
            implements Comparable<MilestoneKey> {
        @Override
        public int compareTo(MilestoneKey other) {
            int by = shipment.compareTo(other.shipment);
            if (by == 0) {
                by = Long.compare(occurredAt, other.occurredAt);
            }
            if (by == 0) {
                by = code.compareTo(other.code);
            }
            return by != 0 ? by : location.compareTo(other.location);
        }
    }

    public static MilestoneTold of(CanonicalEvent event) {
        var body = event.body();
        return new MilestoneTold(
                event,
                new MilestoneKey(
                        new ShipmentKey(event.tenant().value(), Body.text(body, "shipment")),
                        Body.micros(body, "occurred_at"),
                        Body.text(body, "code"),
                        Body.text(body, "location")),
                new Stamp(0, event.content()),
                Body.text(body, "note"));
    }

    void tell(Facts facts) {
        facts.add(
                FactType.SHIPMENT_MILESTONE,
                key.shipment().tenant(),
                key.shipment().number(),
                Body.address(event) + "/shipment.milestone",
                fact ->
                        fact.text(key.shipment().number())
                                .text(key.code())
                                .number(key.occurredAt())
                                .text(key.location())
                                .text(note)
                                .text(event.source().value()));
    }
}
