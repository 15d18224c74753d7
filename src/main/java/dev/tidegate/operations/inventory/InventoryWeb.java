package dev.tidegate.operations.inventory;

import dev.tidegate.contract.Receipts;
import dev.tidegate.governance.accounting.FreshnessPoll;
import dev.tidegate.operations.command.CommandTools;
import dev.tidegate.operations.command.Commands;
import dev.tidegate.platform.sql.Database;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

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

    @Bean
    StockCommandsApi stockCommandsApi(
            InventoryQueries inventory, CommandTools tools, JsonMapper json, Clock clock) {
        return new StockCommandsApi(
                new Commands<>(tools, new StockDesk(), json),
                new Commands<>(tools, new CountDesk(inventory), json),
                clock);
    }
}
