package dev.tidegate.governance.registry;

import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Dialect;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The registry's part in the role api. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegistrySettings.class)
public class SchemaRegistry {
    @Bean
    Dialect registryDialect() {
        return new RegistryDialect();
    }

    @Bean
    Questions registryQuestions(Database database, RegistrySettings settings) {
        var drafts = new Drafts(settings);
        return new Questions(database, drafts, new Compatibility(drafts));
    }

    @Bean
    RegistryDesk registryDesk(Database database, RegistrySettings settings) {
        return new RegistryDesk(database, new Catalog(database), new Drafts(settings));
    }

    @Bean
    SubjectApi registrySubjectApi(
            Database database, AuditTrail audit, RegistrySettings settings, Questions questions) {
        return new SubjectApi(
                new Catalog(database),
                questions,
                new Registrations(database, audit, settings),
                new Removals(database, audit));
    }

    @Bean
    SchemaApi registrySchemaApi(Database database) {
        return new SchemaApi(new Catalog(database));
    }

    @Bean
    CompatibilityApi registryCompatibilityApi(Questions questions) {
        return new CompatibilityApi(questions);
    }

    @Bean
    ConfigApi registryConfigApi(Database database, AuditTrail audit, RegistrySettings settings) {
        return new ConfigApi(new Policies(database, audit, settings));
    }

    @Bean
    ModeApi registryModeApi(Database database, AuditTrail audit, RegistrySettings settings) {
        return new ModeApi(new Policies(database, audit, settings));
    }
}
