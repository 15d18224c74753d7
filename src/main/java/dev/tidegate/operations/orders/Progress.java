package dev.tidegate.operations.orders;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far an order has come, item by item and location by location; its lines take their parts of
 * it in their order. Quantities in millionths. Pure.
 */
final class Progress {
    private final OrderRow order;
    private final List<ItemRow> items;
    private final Map<String, Long> fulfilled = new HashMap<>();
    private final Map<Part, Long> allocated = new HashMap<>();
    private long ordered;
    private long due;
    private long allocatedInAll;

    private record Part(String item, String location) {}

    Progress(OrderRow order, List<ItemRow> items, StockQueue queue) {
        this.order = order;
        this.items = items;
        for (ItemRow item : items) {
            fulfilled.put(item.item(), item.fulfilled());
            for (ItemRow.Share share : item.shares()) {
                ordered += share.ordered();
                due += share.due();
                if (order.isOpenSale()) {
                    long there = queue.allocated(order.id(), item.item(), share);
                    allocated.put(new Part(item.item(), share.location()), there);
                    allocatedInAll += there;
                }
            }
        }
    }

    /** What of a line went out, is there for it, and is not. */
    record OfLine(long shipped, long allocated, long backordered) {}

    /** Lines are asked in the order in which they are filled: by location, as told within one. */
    OfLine take(String item, String location, long quantity) {
        long shipped = Math.min(fulfilled.getOrDefault(item, 0L), quantity);
        fulfilled.merge(item, -shipped, Long::sum);
        long left = quantity - shipped;
        if (!order.isOpenSale()) {
            return new OfLine(shipped, 0, 0);
        }
        var part = new Part(item, location);
        long there = Math.min(allocated.getOrDefault(part, 0L), left);
        allocated.merge(part, -there, Long::sum);
        return new OfLine(shipped, there, left - there);
    }

    /**
     * @param answered the status of its latest response; empty where there is none
     */
    String status(String answered) {
        if (!order.isOpen()) {
            return order.status();
        }
        return switch (order.id().kind()) {
            case SALES -> ofSale();
            case PURCHASE -> ofPurchase(answered);
        };
    }

    private String ofSale() {
        if (ordered == 0) {
            return OrderRow.OPEN;
        }
        if (due == 0) {
            return "shipped";
        }
        if (allocatedInAll == due) {
            return "allocated";
        }
        return allocatedInAll == 0 ? "backordered" : "partially_allocated";
    }

    private String ofPurchase(String answered) {
        if (ordered > 0 && items.stream().allMatch(i -> i.moved() >= i.wanted().quantity())) {
            return "received";
        }
        if (ordered > 0 && due == 0) {
            return "shipped";
        }
        if (items.stream().anyMatch(i -> i.fulfilled() > 0)) {
            return "partially_shipped";
        }
        return switch (answered) {
            case "" -> OrderRow.OPEN;
            case "rejected", "RJ", "RD" -> "rejected";
            default -> "acknowledged";
        };
    }
}
