package dev.tidegate.operations.journal;

import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.Receipts;
import dev.tidegate.contract.Settlements;
import dev.tidegate.contract.Transcript;
import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.operations.command.CommandTools;
import dev.tidegate.operations.command.Once;
import dev.tidegate.operations.excerpt.Excerpts;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Patience;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The journal over HTTP, and what the console asks of it. */
@Configuration(proxyBeanMethods = false)
public class JournalWeb {
    @Bean
    ReceiptQueries receiptQueries(Database database, Receipts receipts) {
        return new ReceiptQueries(database, receipts);
    }

    @Bean
    Settlements settlements(Patience patience) {
        return new JournalSettlements(patience);
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

    @Bean
    DeadLettersApi deadLettersApi(
            DeadLetterQueries deadLetters, RawReader raw, Transcript transcript) {
        return new DeadLettersApi(deadLetters, raw, new Excerpts(transcript));
    }

    @Bean
    DeadLetterDesk deadLetterDesk(
            RawReader raw,
            Interpreter interpreter,
            AuditTrail audit,
            Database database,
            Clock clock) {
        return new DeadLetterDesk(
                new Reprocessing(clock),
                new DryRun(database, raw, interpreter, new Applier(clock)),
                audit,
                database);
    }

    @Bean
    ReprocessingApi reprocessingApi(
            DeadLetterQueries deadLetters,
            RawReader raw,
            Interpreter interpreter,
            CommandTools tools,
            AuditTrail audit,
            Database database,
            JsonMapper json,
            Clock clock) {
        return new ReprocessingApi(
                deadLetters,
                new Reprocessing(clock),
                new DryRun(database, raw, interpreter, new Applier(clock)),
                new Once(tools, json),
                audit,
                database);
    }
}
