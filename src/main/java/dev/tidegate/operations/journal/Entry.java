package dev.tidegate.operations.journal;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.Fate;
import dev.tidegate.operations.inventory.CountTold;
import dev.tidegate.operations.inventory.MovementTold;
import dev.tidegate.operations.orders.DocumentTold;
import dev.tidegate.operations.orders.OrderTold;
import dev.tidegate.operations.shipments.MilestoneTold;
import dev.tidegate.operations.shipments.ShipmentTold;
import dev.tidegate.operations.visibility.VisibilityTold;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event on its way to its fate, within one transaction. */
final class Entry {
    final CanonicalEvent event;

    /** Read from the body; null where {@link #failure} says why not. */
    final @Nullable Object told;

    /** What it will be if nothing speaks against it. */
    Fate fate = Fate.APPLIED;

    @Nullable Failure failure;

    /** Its fate until now, when it is processed again. */
    @Nullable Fate before;

    /** A redelivery: the journal has its fate already. */
    boolean known;

    /** The claim it makes; null where it is another's. */
    @Nullable UUID dedupe;

    private Entry(CanonicalEvent event, @Nullable Object told) {
        this.event = event;
        this.told = told;
        this.dedupe = event.dedupe();
    }

    /** Decides what can be decided without the tables. */
    static Entry of(CanonicalEvent event) {
        if (event.type() == EventType.DEAD_LETTER) {
            var entry = new Entry(event, null);
            entry.fail(Fate.DEAD, Failure.told(event));
            return entry;
        }
        try {
            return new Entry(event, told(event));
        } catch (RuntimeException unreadable) {
            return parked(event, Failure.couldNotApply(unreadable));
        }
    }

    static Entry parked(CanonicalEvent event, Failure why) {
        var entry = new Entry(event, null);
        entry.fail(Fate.PARKED, why);
        return entry;
    }

    private static Object told(CanonicalEvent event) {
        return switch (event.type()) {
            case ORDER -> OrderTold.of(event);
            case ORDER_RESPONSE -> DocumentTold.response(event);
            case INVOICE -> DocumentTold.invoice(event);
            case ACKNOWLEDGEMENT -> DocumentTold.acknowledgement(event);
            case DOCUMENT -> DocumentTold.document(event);
            case SHIPMENT -> ShipmentTold.of(event);
            case SHIPMENT_MILESTONE -> MilestoneTold.of(event);
            case STOCK_MOVEMENT -> MovementTold.of(event);
            case STOCK_COUNT -> CountTold.of(event);
            case VISIBILITY_EVENT -> VisibilityTold.of(event);
            case DEAD_LETTER -> throw new IllegalArgumentException("a dead letter has no effect");
        };
    }

    void fail(Fate fate, Failure failure) {
        this.fate = fate;
        this.failure = failure;
    }

    void isKnown(Fate fate) {
        this.known = true;
        this.fate = fate;
        this.failure = null;
    }

    void isDuplicate() {
        fate = Fate.DUPLICATE;
        failure = null;
        dedupe = null;
    }

    void conflicts() {
        fail(Fate.PARKED, Failure.conflict(event));
        dedupe = null;
    }

    /** Of one that is dead or parked. */
    Failure why() {
        return Objects.requireNonNull(failure);
    }

    boolean takesEffect() {
        return fate == Fate.APPLIED && !known;
    }

    Outcome outcome() {
        return new Outcome(
                event, fate, Optional.ofNullable(failure), Optional.ofNullable(before), known);
    }
}
