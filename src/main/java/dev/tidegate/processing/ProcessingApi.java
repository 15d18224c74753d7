package dev.tidegate.processing;

import dev.tidegate.contract.Interpreter;
import dev.tidegate.governance.source.MappingCatalog;
import dev.tidegate.governance.source.MappingCheck;
import dev.tidegate.governance.source.SourceCatalog;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Processing's part in the role api: the same reading, for commands, traces and dry runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NormaliserSettings.class)
public class ProcessingApi {
    private static final int INTERPRETERS = 4;

    @Bean
    Interpreter interpreter(
            SourceCatalog sources, MappingCatalog mappings, NormaliserSettings limits) {
        return new Interpreters(
                INTERPRETERS,
                () -> new SourceInterpreter(sources, mappings, new Normaliser(limits)));
    }

    @Bean
    MappingCheck mappingCheck(NormaliserSettings limits) {
        return new ExpressionCheck(limits);
    }
}
