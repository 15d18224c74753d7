package dev.tidegate.console.events;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.contract.RawLog;
import dev.tidegate.contract.Receipts;
import dev.tidegate.contract.Transcript;
import dev.tidegate.governance.accounting.AccountingQueries;
import dev.tidegate.operations.journal.EventQueries;
import dev.tidegate.operations.trace.TraceQueries;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The explorer. */
@Configuration(proxyBeanMethods = false)
public class EventsConsole {
    @Bean
    MessageHandler messageHandler(
            TraceQueries traces,
            Receipts receipts,
            RawLog raw,
            Transcript transcript,
            Pages pages) {
        return new MessageHandler(traces, receipts, raw, transcript, pages);
    }

    @Bean
    EventsHandler eventsHandler(
            EventQueries events, AccountingQueries accounting, Pages pages, Clock clock) {
        return new EventsHandler(events, accounting, pages, clock);
    }
}
