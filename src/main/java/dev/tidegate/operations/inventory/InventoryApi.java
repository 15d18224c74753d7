package dev.tidegate.operations.inventory;

import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.OneOf;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What there is, and how it came about. */
@RestController
@Tag(name = "Inventory")
class InventoryApi {
    private final InventoryQueries inventory;
    private final LedgerQueries ledger;

    InventoryApi(InventoryQueries inventory, LedgerQueries ledger) {
        this.inventory = inventory;
        this.ledger = ledger;
    }

    @GetMapping(path = "/v1/inventory", params = "item")
    @Needs("inventory:read")
    @Operation(summary = "What there is of an item, at a location or over all")
    StockLevel level(
            Caller caller,
            @RequestParam String item,
            @RequestParam Optional<String> location,
            @RequestParam @OneOf({"operational", "validated", "planning"}) Optional<String> truth) {
        refuseUnlessBuilt(truth);
        return inventory.level(caller.tenant(), item, location);
    }

    @GetMapping(path = "/v1/inventory", params = "!item")
    @Needs("inventory:read")
    @Operation(summary = "All items by location")
    Page<StockLevel> list(
            Caller caller,
            @RequestParam Optional<String> location,
            @RequestParam @OneOf({"operational", "validated", "planning"}) Optional<String> truth,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        refuseUnlessBuilt(truth);
        return inventory.list(caller.tenant(), location, cursor, Page.limit(limit));
    }

    @GetMapping("/v1/inventory/ledger")
    @Needs("inventory:read")
    @Operation(summary = "The stock ledger of an item, newest first")
    Page<LedgerEntry> ledger(
            Caller caller,
            @RequestParam String item,
            @RequestParam Optional<String> location,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        return ledger.list(caller.tenant(), item, location, cursor, Page.limit(limit));
    }

    private static void refuseUnlessBuilt(Optional<String> truth) {
        truth.filter(asked -> !asked.equals("operational"))
                .ifPresent(
                        asked -> {
                            throw truthNotAvailable(asked);
                        });
    }

    private static RuntimeException truthNotAvailable(String truth) {
        return Problem.of(
                        422,
                        "truth_not_available",
                        "This truth is not kept yet",
                        "The " + truth + " truth of stock is not built yet; operational is.",
                        "Leave truth out, or ask for truth=operational.")
                .at("query:truth", "not available")
                .asException();
    }
}
