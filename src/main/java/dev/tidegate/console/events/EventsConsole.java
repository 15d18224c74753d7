package dev.tidegate.console.events;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.governance.accounting.AccountingQueries;
import dev.tidegate.operations.journal.EventQueries;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The explorer. */
@Configuration(proxyBeanMethods = false)
public class EventsConsole {
    @Bean
    EventsHandler eventsHandler(
            EventQueries events, AccountingQueries accounting, Pages pages, Clock clock) {
        return new EventsHandler(events, accounting, pages, clock);
    }
}
