package dev.tidegate.operations.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one transaction changes about balances, folded to one change each. */
public final class StockChanges {
    private final Map<StockKey, StockChange> changes = new HashMap<>();

    /**
     * @param delta millionths more (or less) that sales orders want of an item at a location
     */
    public void demand(String tenant, String item, String location, long delta) {
        if (delta != 0) {
            var change = of(StockKey.withoutLot(tenant, item, location));
            change.demand = Math.addExact(change.demand, delta);
        }
    }

    /**
     * @param delta millionths more (or less) on their way to a location
     */
    public void transit(String tenant, String item, String location, long delta) {
        if (delta != 0) {
            var change = of(StockKey.withoutLot(tenant, item, location));
            change.transit = Math.addExact(change.transit, delta);
        }
    }

    void moved(MovementTold movement) {
        of(new StockKey(movement.tenant(), movement.item(), movement.location(), movement.lot()))
                .move(movement.occurredAt(), movement.effect());
        switch (movement.kind()) {
            case TRANSFER_OUT -> underWay(movement, movement.toLocation(), movement.quantity());
            case TRANSFER_IN -> underWay(movement, movement.location(), -movement.quantity());
            case RECEIPT, ISSUE, ADJUSTMENT -> {}
        }
    }

    private void underWay(MovementTold movement, String location, long delta) {
        var change = of(StockKey.withoutLot(movement.tenant(), movement.item(), location));
        change.transit = Math.addExact(change.transit, delta);
        change.at(movement.occurredAt());
    }

    void counted(StockKey key, long countedAt) {
        var change = of(key);
        change.counted = true;
        change.at(countedAt);
    }

    private StockChange of(StockKey key) {
        return changes.computeIfAbsent(key, StockChange::new);
    }

    /** In the order of keys: rows are locked in that order. */
    List<StockChange> inOrder() {
        var all = new ArrayList<>(changes.values());
        all.removeIf(StockChange::isNothing);
        all.sort((a, b) -> a.key.compareTo(b.key));
        return all;
    }
}
