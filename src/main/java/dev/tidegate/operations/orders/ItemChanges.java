package dev.tidegate.operations.orders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction changes about items of orders, told by orders, shipments and movements, and
 * folded to one change an item.
 */
public final class ItemChanges {
    private final Map<ItemKey, Change> changes = new HashMap<>();

    /** What is added to one row; where it is wanted and since when is replaced. */
    static final class Change {
        final ItemKey key;
        long ordered;
        long shipped;
        long moved;
        Wanted wanted = Wanted.NOTHING;

        /** Null while no order of this batch wants it. */
        @Nullable Long orderedAt;

        Change(ItemKey key) {
            this.key = key;
        }
    }

    /**
     * @param delta what the order wants now, minus what it wanted
     */
    void ordered(ItemKey key, long delta, Wanted wanted, long orderedAt) {
        var change = of(key);
        change.ordered = Math.addExact(change.ordered, delta);
        change.wanted = wanted;
        change.orderedAt = wanted == Wanted.NOTHING ? null : orderedAt;
    }

    /**
     * @param kind sales for an outbound shipment, purchase for an inbound one
     * @param delta millionths
     */
    public void shipped(String tenant, String kind, String number, String item, long delta) {
        if (delta != 0) {
            var change = of(new ItemKey(tenant, kind, number, item));
            change.shipped = Math.addExact(change.shipped, delta);
        }
    }

    /**
     * @param kind sales for an issue, purchase for a receipt
     * @param quantity millionths
     */
    public void moved(String tenant, String kind, String number, String item, long quantity) {
        var change = of(new ItemKey(tenant, kind, number, item));
        change.moved = Math.addExact(change.moved, quantity);
    }

    private Change of(ItemKey key) {
        return changes.computeIfAbsent(key, Change::new);
    }

    /** In the order of keys: rows are locked in that order. */
    List<Change> inOrder() {
        var all = new ArrayList<>(changes.values());
        all.sort((a, b) -> a.key.compareTo(b.key));
        return all;
    }
}
