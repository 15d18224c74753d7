package dev.tidegate.console.overview;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.governance.accounting.AccountingQueries;
import dev.tidegate.governance.accounting.FreshnessPoll;
import dev.tidegate.governance.source.SourceCatalog;
import dev.tidegate.operations.fact.FactWatch;
import dev.tidegate.operations.journal.DeadLetterQueries;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The overview. */
@Configuration(proxyBeanMethods = false)
public class OverviewConsole {
    @Bean(initMethod = "start", destroyMethod = "close")
    Throughput throughput(AccountingQueries accounting, Clock clock) {
        return new Throughput(tenant -> accounting.of(tenant, Optional.empty()), clock);
    }

    @Bean
    FactsHandler factsHandler(FactWatch facts, Pages pages) {
        return new FactsHandler(facts, pages);
    }

    @Bean
    OverviewHandler overviewHandler(
            AccountingQueries accounting,
            DeadLetterQueries letters,
            FreshnessPoll freshness,
            SourceCatalog sources,
            Throughput throughput,
            Clock clock,
            Pages pages) {
        return new OverviewHandler(
                new Overview(accounting, letters, freshness, sources, throughput, clock), pages);
    }
}
