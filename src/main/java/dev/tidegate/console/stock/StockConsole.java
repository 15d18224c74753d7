package dev.tidegate.console.stock;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.operations.inventory.InventoryQueries;
import dev.tidegate.operations.inventory.LedgerQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stock. */
@Configuration(proxyBeanMethods = false)
public class StockConsole {
    @Bean
    StockHandler stockHandler(InventoryQueries inventory, LedgerQueries ledger, Pages pages) {
        return new StockHandler(inventory, ledger, pages);
    }
}
