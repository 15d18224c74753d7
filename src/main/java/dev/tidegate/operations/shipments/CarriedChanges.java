package dev.tidegate.operations.shipments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction changes about items of inbound shipments, told by shipments and by receipts,
 * and folded to one change an item.
 */
public final class CarriedChanges {
    private final Map<ItemKey, Change> changes = new HashMap<>();

    /** One item of an inbound shipment. */
    record ItemKey(String tenant, String number, String item) implements Comparable<ItemKey> {
        @Override
        public int compareTo(ItemKey other) {
            int by = tenant.compareTo(other.tenant);
            if (by == 0) {
                by = number.compareTo(other.number);
            }
            return by != 0 ? by : item.compareTo(other.item);
        }
    }

    /** What is added to one row; where it goes is replaced. */
    static final class Change {
        final ItemKey key;
        long shipped;
        long received;

        /** Null while no shipment of this batch carries it. */
        @Nullable String location;

        Change(ItemKey key) {
            this.key = key;
        }
    }

    /**
     * @param delta millionths
     * @param location where it goes by now; null for what the replaced version carried
     */
    void shipped(ShipmentKey shipment, String item, long delta, @Nullable String location) {
        var change = of(new ItemKey(shipment.tenant(), shipment.number(), item));
        change.shipped = Math.addExact(change.shipped, delta);
        if (location != null) {
            change.location = location;
        }
    }

    /** A receipt named the shipment. */
    public void received(String tenant, String shipment, String item, long quantity) {
        var change = of(new ItemKey(tenant, shipment, item));
        change.received = Math.addExact(change.received, quantity);
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
