package dev.tidegate.governance;

import dev.tidegate.governance.source.SourceTable;
import dev.tidegate.platform.sql.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sources and mappings as the main path looks them up; for the roles api and process. */
@Configuration(proxyBeanMethods = false)
public class GovernanceSources {
    @Bean
    SourceTable sourceTable(Database database) {
        return new SourceTable(database);
    }
}
