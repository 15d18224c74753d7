package dev.tidegate.console.sources;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.governance.drift.BlastRadius;
import dev.tidegate.governance.drift.Findings;
import dev.tidegate.governance.source.SourceCatalog;
import dev.tidegate.governance.source.Sources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sources and findings. */
@Configuration(proxyBeanMethods = false)
public class SourcesConsole {
    @Bean
    SourcesHandler sourcesHandler(Sources sources, Findings findings, Pages pages) {
        return new SourcesHandler(sources, findings, pages);
    }

    @Bean
    FindingHandler findingHandler(
            Findings findings, BlastRadius radius, SourceCatalog sources, Pages pages) {
        return new FindingHandler(findings, radius, sources, pages);
    }
}
