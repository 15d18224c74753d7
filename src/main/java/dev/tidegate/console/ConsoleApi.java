package dev.tidegate.console;

import dev.tidegate.console.deadletters.DeadLettersConsole;
import dev.tidegate.console.docs.DocsConsole;
import dev.tidegate.console.events.EventsConsole;
import dev.tidegate.console.frame.FrameConsole;
import dev.tidegate.console.mappings.MappingsConsole;
import dev.tidegate.console.onboarding.OnboardingConsole;
import dev.tidegate.console.orders.OrdersConsole;
import dev.tidegate.console.overview.OverviewConsole;
import dev.tidegate.console.schemas.SchemasConsole;
import dev.tidegate.console.shipments.ShipmentsConsole;
import dev.tidegate.console.signin.SignInConsole;
import dev.tidegate.console.sources.SourcesConsole;
import dev.tidegate.console.stock.StockConsole;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The console's part in the role api; one class for each screen. */
@Configuration(proxyBeanMethods = false)
@Import({
    FrameConsole.class,
    SignInConsole.class,
    OverviewConsole.class,
    EventsConsole.class,
    OrdersConsole.class,
    StockConsole.class,
    ShipmentsConsole.class,
    DeadLettersConsole.class,
    MappingsConsole.class,
    OnboardingConsole.class,
    SourcesConsole.class,
    SchemasConsole.class,
    DocsConsole.class
})
public class ConsoleApi {}
