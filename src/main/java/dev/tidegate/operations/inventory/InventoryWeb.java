package dev.tidegate.operations.inventory;

import dev.tidegate.contract.Receipts;
import dev.tidegate.governance.accounting.FreshnessPoll;
import dev.tidegate.platform.sql.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stock over HTTP, and what the console asks of it. */
@Configuration(proxyBeanMethods = false)
public class InventoryWeb {
    @Bean
    InventoryQueries inventoryQueries(Database database, FreshnessPoll freshness) {
        return new InventoryQueries(database, freshness);
    }

    @Bean
    LedgerQueries ledgerQueries(Database database, Receipts receipts) {
        return new LedgerQueries(database, receipts);
    }

    @Bean
    InventoryApi inventoryApi(InventoryQueries inventory, LedgerQueries ledger) {
        return new InventoryApi(inventory, ledger);
    }
}
