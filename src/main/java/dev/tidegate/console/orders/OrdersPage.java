package dev.tidegate.console.orders;

import dev.tidegate.console.frame.Asked;
import dev.tidegate.console.frame.Pill;
import dev.tidegate.operations.orders.OrderView;
import dev.tidegate.platform.web.Page;
import java.util.List;

/** Orders, the latest ordered first. */
public record OrdersPage(Asked asked, Page<OrderView> orders) {
    public static final List<String> KINDS = List.of("sales", "purchase");
    public static final List<String> STATES =
            List.of(
                    "open",
                    "allocated",
                    "partially_allocated",
                    "backordered",
                    "acknowledged",
                    "rejected",
                    "partially_shipped",
                    "shipped",
                    "received",
                    "cancelled",
                    "closed");

    public static Pill status(OrderView order) {
        String label = order.status().replace('_', ' ');
        return switch (order.status()) {
            case "allocated", "shipped", "received", "closed" -> new Pill(label, "good", "applied");
            case "partially_allocated", "partially_shipped" -> new Pill(label, "wait", "half");
            case "acknowledged" -> new Pill(label, "wait", "pending");
            case "backordered" -> new Pill(label, "warn", "warning");
            case "rejected" -> new Pill(label, "bad", "dead");
            case "cancelled" -> new Pill(label, "", "dead");
            default -> new Pill(label, "", "open");
        };
    }

    public static String link(OrderView order) {
        return "/console/orders/" + order.id();
    }

    /** The other side, by name where one was told. */
    public static String partner(OrderView order) {
        return order.partner().name().isEmpty() ? order.partner().code() : order.partner().name();
    }
}
