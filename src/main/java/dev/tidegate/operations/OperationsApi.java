package dev.tidegate.operations;

import dev.tidegate.governance.accounting.FreshnessPoll;
import dev.tidegate.operations.command.CommandSettings;
import dev.tidegate.operations.command.CommandWeb;
import dev.tidegate.operations.fact.StreamSettings;
import dev.tidegate.operations.fact.StreamWeb;
import dev.tidegate.operations.inventory.InventoryWeb;
import dev.tidegate.operations.journal.JournalWeb;
import dev.tidegate.operations.orders.OrdersWeb;
import dev.tidegate.operations.shipments.ShipmentsWeb;
import dev.tidegate.operations.state.StateApi;
import dev.tidegate.operations.state.StateQueries;
import dev.tidegate.operations.trace.TraceWeb;
import dev.tidegate.operations.visibility.VisibilityWeb;
import dev.tidegate.platform.log.LogClient;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Patience;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Operations' part in the role api: what is so, and commands that change it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({QuerySettings.class, CommandSettings.class, StreamSettings.class})
@Import({
    JournalWeb.class,
    ApiDescription.class,
    CommandWeb.class,
    OrdersWeb.class,
    InventoryWeb.class,
    ShipmentsWeb.class,
    StreamWeb.class,
    TraceWeb.class,
    VisibilityWeb.class
})
public class OperationsApi {
    @Bean
    FreshnessPoll freshnessPoll(
            Database database, LogClient client, Clock clock, QuerySettings settings) {
        return new FreshnessPoll(database, client, clock, settings.freshnessObjective());
    }

    @Bean
    Patience patience(Database database, QuerySettings settings) {
        return new Patience(database, settings.readTimeout());
    }

    @Bean
    StateApi stateApi(Database database) {
        return new StateApi(new StateQueries(database));
    }
}
