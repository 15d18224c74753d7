package dev.tidegate.operations.inventory;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.operations.effect.Body;
import dev.tidegate.operations.effect.Stamp;
import dev.tidegate.operations.effect.Told;

/** What was counted at one place; the latest count of a place speaks. */
public record CountTold(
        CanonicalEvent event, StockKey key, Stamp stamp, String number, long quantity)
        implements Told<StockKey> {

    /**
     * @throws IllegalArgumentException when less than nothing was counted
     */
    public static CountTold of(CanonicalEvent event) {
        var body = event.body();
        long quantity = Body.quantity(body, "quantity");
        if (quantity < 0) {
            throw new IllegalArgumentException("a count of " + quantity + " millionths");
        }
        return new CountTold(
                event,
                new StockKey(
                        event.tenant().value(),
                        Body.text(body, "item"),
                        Body.text(body, "location"),
                        Body.text(body, "lot")),
                new Stamp(Body.micros(body, "counted_at"), event.content()),
                Body.text(body, "number"),
                quantity);
    }

    long countedAt() {
        return stamp.version();
    }
}
