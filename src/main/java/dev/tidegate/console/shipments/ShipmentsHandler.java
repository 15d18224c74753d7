package dev.tidegate.console.shipments;

import dev.tidegate.console.frame.Asked;
import dev.tidegate.console.frame.Pages;
import dev.tidegate.console.frame.Section;
import dev.tidegate.operations.shipments.ShipmentQueries;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.Scopes;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** {@code /console/shipments}. */
@Controller
final class ShipmentsHandler {
    private final ShipmentQueries shipments;
    private final Pages pages;

    ShipmentsHandler(ShipmentQueries shipments, Pages pages) {
        this.shipments = shipments;
        this.pages = pages;
    }

    @GetMapping("/console/shipments")
    @Needs(Scopes.SHIPMENTS_READ)
    View list(Caller caller, @RequestParam Map<String, String> parameters) {
        var asked = new Asked(Section.SHIPMENTS.path(), parameters);
        var filter =
                new ShipmentQueries.Filter(
                        asked.field("number"),
                        asked.field("direction"),
                        asked.field("status"),
                        asked.field("partner"),
                        asked.field("order"));
        var found = shipments.list(caller.tenant(), filter, asked.cursor(), Asked.ROWS);
        return pages.page("shipments/list", new ShipmentsPage(asked, found));
    }

    @GetMapping("/console/shipments/{id}")
    @Needs(Scopes.SHIPMENTS_READ)
    View one(Caller caller, @PathVariable String id) {
        return shipments
                .find(caller.tenant(), id)
                .map(shipment -> pages.page("shipments/one", ShipmentPage.of(shipment)))
                .orElseThrow(
                        () ->
                                Problem.of(
                                                404,
                                                "shipment_not_found",
                                                "There is no such shipment",
                                                "No shipment of yours has this id.",
                                                "Look for its number among all shipments.")
                                        .asException());
    }
}
