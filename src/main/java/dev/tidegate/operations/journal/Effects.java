package dev.tidegate.operations.journal;

import dev.tidegate.contract.Fate;
import dev.tidegate.operations.fact.Facts;
import dev.tidegate.operations.inventory.CountTold;
import dev.tidegate.operations.inventory.Ledger;
import dev.tidegate.operations.inventory.MovementTold;
import dev.tidegate.operations.inventory.Stock;
import dev.tidegate.operations.inventory.StockChanges;
import dev.tidegate.operations.inventory.StockCounts;
import dev.tidegate.operations.orders.DocumentTold;
import dev.tidegate.operations.orders.Documents;
import dev.tidegate.operations.orders.ItemChanges;
import dev.tidegate.operations.orders.OrderItems;
import dev.tidegate.operations.orders.OrderTold;
import dev.tidegate.operations.orders.Orders;
import dev.tidegate.operations.shipments.CarriedChanges;
import dev.tidegate.operations.shipments.MilestoneTold;
import dev.tidegate.operations.shipments.Milestones;
import dev.tidegate.operations.shipments.ShipmentItems;
import dev.tidegate.operations.shipments.ShipmentTold;
import dev.tidegate.operations.shipments.Shipments;
import dev.tidegate.operations.visibility.VisibilityEvents;
import dev.tidegate.operations.visibility.VisibilityTold;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The effects of one transaction, set by set. Each table is written by one statement and all
 * transactions go through them in this order, so that workers wait for each other and never in a
 * circle; the balances, which most have in common, come last.
 */
final class Effects {
    private final Tellings<OrderTold> orders = new Tellings<>(OrderTold.class);
    private final Tellings<DocumentTold> documents = new Tellings<>(DocumentTold.class);
    private final Tellings<ShipmentTold> shipments = new Tellings<>(ShipmentTold.class);
    private final Tellings<MilestoneTold> milestones = new Tellings<>(MilestoneTold.class);
    private final Tellings<MovementTold> movements = new Tellings<>(MovementTold.class);
    private final Tellings<CountTold> counts = new Tellings<>(CountTold.class);
    private final Tellings<VisibilityTold> visibility = new Tellings<>(VisibilityTold.class);

    /** Entries of one kind with what they tell. */
    private static final class Tellings<T> {
        private final Class<T> kind;
        private final List<Entry> entries = new ArrayList<>();
        final List<T> all = new ArrayList<>();

        Tellings(Class<T> kind) {
            this.kind = kind;
        }

        void add(Entry entry) {
            entries.add(entry);
            all.add(kind.cast(entry.told));
        }

        /** Those that took effect. */
        List<T> taken() {
            var taken = new ArrayList<T>();
            for (int i = 0; i < all.size(); i++) {
                if (entries.get(i).fate != Fate.STALE) {
                    taken.add(all.get(i));
                }
            }
            return taken;
        }

        void settle(boolean[] took) {
            for (int i = 0; i < took.length; i++) {
                if (!took[i]) {
                    entries.get(i).fate = Fate.STALE;
                }
            }
        }
    }

    Effects(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.takesEffect()) {
                kind(entry).add(entry);
            }
        }
    }

    private Tellings<?> kind(Entry entry) {
        return switch (entry.event.type()) {
            case ORDER -> orders;
            case ORDER_RESPONSE, INVOICE, ACKNOWLEDGEMENT, DOCUMENT -> documents;
            case SHIPMENT -> shipments;
            case SHIPMENT_MILESTONE -> milestones;
            case STOCK_MOVEMENT -> movements;
            case STOCK_COUNT -> counts;
            case VISIBILITY_EVENT -> visibility;
            case DEAD_LETTER -> throw new IllegalStateException("a dead letter has no effect");
        };
    }

    /**
     * @param now microseconds since 1970
     */
    void apply(JdbcClient jdbc, long now, Facts facts) {
        var items = new ItemChanges();
        var carried = new CarriedChanges();
        var stock = new StockChanges();
        var book = new Orders(jdbc, orders.all, documents.all, now);
        orders.settle(book.keep());
        documents.settle(Documents.keep(jdbc, documents.all, now, facts));
        book.change(documents.taken(), items, facts);
        shipments.settle(
                Shipments.keep(jdbc, shipments.all, milestones.all, items, carried, now, facts));
        milestones.settle(Milestones.keep(jdbc, milestones.all, facts));
        visibility.settle(VisibilityEvents.keep(jdbc, visibility.all, now, facts));
        movements.all.forEach(movement -> fulfil(movement, items, carried));
        OrderItems.apply(jdbc, items, stock);
        ShipmentItems.apply(jdbc, carried, stock);
        Ledger.append(jdbc, movements.all, stock);
        counts.settle(StockCounts.keep(jdbc, counts.all, stock));
        Stock.apply(jdbc, stock, now, facts);
    }

    /** What moves may fulfil an order or arrive from a shipment. */
    private static void fulfil(MovementTold moved, ItemChanges items, CarriedChanges carried) {
        var tenant = moved.event().tenant().value();
        if (moved.servesOrder()) {
            items.moved(
                    tenant,
                    moved.servedKind(),
                    moved.orderNumber(),
                    moved.item(),
                    moved.quantity());
        }
        if (moved.receivesShipment()) {
            carried.received(tenant, moved.shipment(), moved.item(), moved.quantity());
        }
    }
}
