package dev.tidegate.console.stock;

import dev.tidegate.console.frame.Asked;
import dev.tidegate.console.frame.Pages;
import dev.tidegate.console.frame.Section;
import dev.tidegate.operations.inventory.InventoryQueries;
import dev.tidegate.operations.inventory.LedgerQueries;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Scopes;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** {@code /console/stock}. */
@Controller
final class StockHandler {
    private final InventoryQueries inventory;
    private final LedgerQueries ledger;
    private final Pages pages;

    StockHandler(InventoryQueries inventory, LedgerQueries ledger, Pages pages) {
        this.inventory = inventory;
        this.ledger = ledger;
        this.pages = pages;
    }

    @GetMapping("/console/stock")
    @Needs(Scopes.INVENTORY_READ)
    View list(Caller caller, @RequestParam Map<String, String> parameters) {
        var asked = new Asked(Section.STOCK.path(), parameters);
        if (asked.field("item").isPresent()) {
            return new RedirectView(StockPage.link(asked.text("item")));
        }
        var levels =
                inventory.list(
                        caller.tenant(), asked.field("location"), asked.cursor(), Asked.ROWS);
        return pages.page("stock/list", new StockPage(asked, levels));
    }

    /** An item's name may hold any character, so it is no part of the path. */
    @GetMapping("/console/stock/item")
    @Needs(Scopes.INVENTORY_READ)
    View item(
            Caller caller,
            @RequestParam String item,
            @RequestParam Map<String, String> parameters) {
        var asked = new Asked("/console/stock/item", parameters);
        var location = asked.field("location");
        return pages.page(
                "stock/item",
                new ItemPage(
                        asked,
                        inventory.level(caller.tenant(), item, location),
                        ledger.list(caller.tenant(), item, location, asked.cursor(), Asked.ROWS)));
    }
}
