package dev.tidegate.operations.journal;

import dev.tidegate.contract.Receipts;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Patience;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The journal over HTTP, and what the console asks of it. */
@Configuration(proxyBeanMethods = false)
public class JournalWeb {
    @Bean
    ReceiptQueries receiptQueries(Database database, Receipts receipts) {
        return new ReceiptQueries(database, receipts);
    }

    @Bean
    EventQueries eventQueries(Patience patience, Receipts receipts) {
        return new EventQueries(patience, receipts);
    }

    @Bean
    DeadLetterQueries deadLetterQueries(Patience patience, Receipts receipts) {
        return new DeadLetterQueries(patience, receipts);
    }

    @Bean
    ReceiptsApi receiptsApi(ReceiptQueries receipts) {
        return new ReceiptsApi(receipts);
    }

    @Bean
    EventsApi eventsApi(EventQueries events) {
        return new EventsApi(events);
    }
}
