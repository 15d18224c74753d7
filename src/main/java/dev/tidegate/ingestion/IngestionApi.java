package dev.tidegate.ingestion;

import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.Receipts;
import dev.tidegate.governance.accounting.Backlog;
import dev.tidegate.governance.source.SourceCatalog;
import dev.tidegate.ingestion.admission.Admission;
import dev.tidegate.ingestion.append.Appender;
import dev.tidegate.ingestion.receive.CaptureApi;
import dev.tidegate.ingestion.receive.Door;
import dev.tidegate.ingestion.receive.DoorMetrics;
import dev.tidegate.ingestion.receive.MessageApi;
import dev.tidegate.ingestion.receive.RawApi;
import dev.tidegate.ingestion.receive.Receiving;
import dev.tidegate.platform.Ids;
import dev.tidegate.platform.log.LogClient;
import dev.tidegate.platform.web.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Ingestion's part in the role api: the door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestionSettings.class)
public class IngestionApi {
    @Bean
    Appender appender(LogClient client, IngestionSettings settings) {
        return new Appender(client, settings.ackTimeout());
    }

    @Bean
    Admission admission(IngestionSettings settings, Backlog backlog, Clock clock) {
        return new Admission(settings, backlog, clock);
    }

    @Bean
    DoorMetrics doorMetrics(MeterRegistry registry, Admission admission) {
        return new DoorMetrics(registry, admission);
    }

    @Bean
    Door frontDoor(Appender appender, DoorMetrics metrics, IngestionSettings settings) {
        return new Door(appender, metrics, settings);
    }

    @Bean
    MessageApi messageApi(
            IngestionSettings settings,
            SourceCatalog sources,
            Admission admission,
            Appender appender,
            Receipts receipts,
            DoorMetrics metrics,
            ProblemWriter problems,
            JsonMapper json,
            Ids ids) {
        return Receiving.api(
                settings, sources, admission, appender, receipts, metrics, problems, json, ids);
    }

    @Bean
    CaptureApi captureApi(
            IngestionSettings settings,
            SourceCatalog sources,
            Admission admission,
            Appender appender,
            Receipts receipts,
            DoorMetrics metrics,
            ProblemWriter problems,
            JsonMapper json,
            Interpreter interpreter,
            Clock clock) {
        return Receiving.capture(
                settings,
                sources,
                admission,
                appender,
                receipts,
                metrics,
                problems,
                json,
                interpreter,
                clock);
    }

    @Bean
    RawApi rawApi(Receipts receipts, RawReader log) {
        return new RawApi(receipts, log);
    }
}
