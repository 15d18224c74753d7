package dev.tidegate.governance;

import dev.tidegate.contract.Settlements;
import dev.tidegate.governance.accounting.AccountingApi;
import dev.tidegate.governance.accounting.AccountingQueries;
import dev.tidegate.governance.accounting.AccountingSettings;
import dev.tidegate.governance.accounting.Backlog;
import dev.tidegate.governance.accounting.BacklogPoll;
import dev.tidegate.governance.accounting.LogEnds;
import dev.tidegate.governance.accounting.SpanAccounting;
import dev.tidegate.platform.log.LogClient;
import dev.tidegate.platform.sql.Database;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Accounting's part in the role api: the balance, and the backlog that admission looks at. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountingSettings.class)
public class GovernanceAccounting {
    @Bean
    LogEnds logEnds(LogClient client) {
        return new LogEnds(client);
    }

    @Bean
    AccountingQueries accountingQueries(Database database, LogEnds ends, LogClient client) {
        return new AccountingQueries(database, ends, client.topics());
    }

    @Bean
    SpanAccounting spanAccounting(
            Database database,
            Settlements settlements,
            LogEnds ends,
            LogClient client,
            AccountingSettings settings) {
        return new SpanAccounting(database, settlements, ends, client, settings);
    }

    @Bean
    AccountingApi accountingApi(AccountingQueries accounting, SpanAccounting spans) {
        return new AccountingApi(accounting, spans);
    }

    @Bean
    Backlog backlog(Database database) {
        return new BacklogPoll(database);
    }
}
