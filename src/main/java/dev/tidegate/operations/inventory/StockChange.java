package dev.tidegate.operations.inventory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one batch adds to one balance; sums throw rather than wrap. */
final class StockChange {
    /** Before every business time. */
    static final long NEVER = Long.MIN_VALUE;

    final StockKey key;
    long moved;
    long demand;
    long transit;

    /** Latest business time among movements and counts. */
    long eventAt = NEVER;

    /** Whether a count of the batch won, so that the variance must be reckoned anew. */
    boolean counted;

    private List<Leg> legs = List.of();

    /** A movement's effect at its time. */
    private record Leg(long occurredAt, long quantity) {}

    StockChange(StockKey key) {
        this.key = key;
    }

    void move(long occurredAt, long quantity) {
        moved = Math.addExact(moved, quantity);
        if (legs.isEmpty()) {
            legs = new ArrayList<>(2);
        }
        legs.add(new Leg(occurredAt, quantity));
        at(occurredAt);
    }

    void at(long micros) {
        eventAt = Math.max(eventAt, micros);
    }

    /** {@link #eventAt}, or null when an order or a shipment made the change. */
    @Nullable Long toldAt() {
        return eventAt == NEVER ? null : eventAt;
    }

    /** Whether everything in it cancelled out, with no movement or count to remember. */
    boolean isNothing() {
        return demand == 0 && transit == 0 && eventAt == NEVER;
    }

    /** What of it had happened by the time of a count, and so was counted already. */
    long movedBy(long countedAt) {
        long sum = 0;
        for (Leg leg : legs) {
            if (leg.occurredAt() <= countedAt) {
                sum = Math.addExact(sum, leg.quantity());
            }
        }
        return sum;
    }
}
