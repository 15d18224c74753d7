package dev.tidegate.console.schemas;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.governance.registry.RegistryDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The schema registry's screens. */
@Configuration(proxyBeanMethods = false)
public class SchemasConsole {
    @Bean
    SchemasHandler schemasHandler(RegistryDesk registry, Pages pages) {
        return new SchemasHandler(registry, pages);
    }
}
