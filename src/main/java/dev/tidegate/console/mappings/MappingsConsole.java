package dev.tidegate.console.mappings;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.Receipts;
import dev.tidegate.governance.source.MappingStudio;
import dev.tidegate.governance.source.Mappings;
import dev.tidegate.operations.journal.EventQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mappings and their studio. */
@Configuration(proxyBeanMethods = false)
public class MappingsConsole {
    @Bean
    MappingsHandler mappingsHandler(Mappings mappings, MappingStudio studio, Pages pages) {
        return new MappingsHandler(mappings, studio, pages);
    }

    @Bean
    StudioHandler studioHandler(
            MappingStudio studio,
            EventQueries events,
            RawReader raw,
            Receipts receipts,
            Pages pages) {
        return new StudioHandler(studio, new Samples(studio, events, raw, receipts), pages);
    }

    @Bean
    RehearsalHandler rehearsalHandler(MappingStudio studio, Pages pages) {
        return new RehearsalHandler(studio, new RehearsalDesk(), pages);
    }
}
