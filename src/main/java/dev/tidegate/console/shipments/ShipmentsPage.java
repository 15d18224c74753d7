package dev.tidegate.console.shipments;

import dev.tidegate.console.frame.Asked;
import dev.tidegate.console.frame.Pill;
import dev.tidegate.operations.shipments.ShipmentView;
import dev.tidegate.platform.web.Page;
import java.util.List;

/** Shipments, the last shipped first. */
public record ShipmentsPage(Asked asked, Page<ShipmentView> shipments) {
    public static final List<String> DIRECTIONS = List.of("inbound", "outbound");
    public static final List<String> STATES =
            List.of("planned", "shipped", "delivered", "cancelled");

    /** Empty while only milestones have come. */
    public static Pill status(ShipmentView shipment) {
        return switch (shipment.status()) {
            case "delivered" -> new Pill("delivered", "good", "applied");
            case "shipped" -> new Pill("shipped", "wait", "shipments");
            case "cancelled" -> new Pill("cancelled", "", "dead");
            case "planned" -> new Pill("planned", "", "open");
            case "" -> new Pill("no document yet", "warn", "warning");
            default -> new Pill(shipment.status(), "", "open");
        };
    }

    public static String link(ShipmentView shipment) {
        return "/console/shipments/" + shipment.id();
    }

    /** Whom it comes from or goes to, by name where one was told. */
    public static String partner(ShipmentView shipment) {
        return shipment.partner().name().isEmpty()
                ? shipment.partner().code()
                : shipment.partner().name();
    }
}
