package dev.tidegate.operations.command;

import dev.tidegate.contract.FrontDoor;
import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.Receipts;
import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.operations.journal.Applier;
import dev.tidegate.platform.Ids;
import dev.tidegate.platform.sql.Database;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What commands stand on. */
@Configuration(proxyBeanMethods = false)
public class CommandWeb {
    @Bean
    CommandTools commandTools(
            CommandSettings settings,
            Database database,
            FrontDoor door,
            Interpreter interpreter,
            AuditTrail audit,
            Receipts receipts,
            JsonMapper json,
            Clock clock,
            Ids ids) {
        return CommandTools.of(
                settings,
                database,
                door,
                interpreter,
                new Applier(clock),
                audit,
                receipts,
                json,
                clock,
                ids);
    }

    @Bean(destroyMethod = "close")
    OldAnswers oldAnswers(Database database, Clock clock, CommandSettings settings) {
        return new OldAnswers(database, clock, settings.answersKept());
    }
}
