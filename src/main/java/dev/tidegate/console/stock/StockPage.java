package dev.tidegate.console.stock;

import dev.tidegate.console.frame.Asked;
import dev.tidegate.operations.inventory.StockLevel;
import dev.tidegate.platform.web.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Stock by item and location. */
public record StockPage(Asked asked, Page<StockLevel> levels) {
    public static String link(String item) {
        return "/console/stock/item?item=" + URLEncoder.encode(item, StandardCharsets.UTF_8);
    }
}
