package dev.tidegate.governance;

import dev.tidegate.governance.accounting.AccountingApi;
import dev.tidegate.governance.accounting.AccountingQueries;
import dev.tidegate.governance.accounting.Backlog;
import dev.tidegate.governance.accounting.BacklogPoll;
import dev.tidegate.governance.accounting.Unread;
import dev.tidegate.platform.log.LogClient;
import dev.tidegate.platform.sql.Database;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Accounting's part in the role api: the balance, and the backlog that admission looks at. */
@Configuration(proxyBeanMethods = false)
public class GovernanceAccounting {
    @Bean
    Unread unread(Database database, LogClient client, Clock clock) {
        return new Unread(database, client, clock);
    }

    @Bean
    AccountingQueries accountingQueries(Database database, Unread unread) {
        return new AccountingQueries(database, unread);
    }

    @Bean
    AccountingApi accountingApi(AccountingQueries accounting) {
        return new AccountingApi(accounting);
    }

    @Bean
    Backlog backlog(Database database) {
        return new BacklogPoll(database);
    }
}
