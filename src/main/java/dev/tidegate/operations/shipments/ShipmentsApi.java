package dev.tidegate.operations.shipments;

import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.OneOf;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shipments and what happened to them. */
@RestController
@Tag(name = "Shipments")
class ShipmentsApi {
    private final ShipmentQueries shipments;

    ShipmentsApi(ShipmentQueries shipments) {
        this.shipments = shipments;
    }

    @GetMapping("/v1/shipments")
    @Needs("shipments:read")
    @Operation(summary = "Shipments, the last shipped first")
    Page<ShipmentView> list(
            Caller caller,
            @RequestParam Optional<String> number,
            @RequestParam @OneOf({"inbound", "outbound"}) Optional<String> direction,
            @RequestParam @OneOf({"planned", "shipped", "delivered", "cancelled"})
                    Optional<String> status,
            @RequestParam Optional<String> partner,
            @RequestParam Optional<String> order,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        var filter = new ShipmentQueries.Filter(number, direction, status, partner, order);
        return shipments.list(caller.tenant(), filter, cursor, Page.limit(limit));
    }

    @GetMapping("/v1/shipments/{id}")
    @Needs("shipments:read")
    @Operation(summary = "A shipment by its id or number, with lines and milestones")
    ShipmentView find(Caller caller, @PathVariable String id) {
        return shipments
                .find(caller.tenant(), id)
                .orElseThrow(
                        () ->
                                Problem.of(
                                                404,
                                                "shipment_not_found",
                                                "There is no such shipment",
                                                "No shipment of yours has this id or number.",
                                                "List them: GET /v1/shipments?number=...")
                                        .asException());
    }
}
