package dev.tidegate.operations.visibility;

import dev.tidegate.operations.journal.ReceiptQueries;
import dev.tidegate.platform.web.Patience;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** GS1 EPCIS 2.0 over HTTP. */
@Configuration(proxyBeanMethods = false)
public class VisibilityWeb {
    @Bean
    EventsApi epcisEventsApi(Patience patience, JsonMapper json, Clock clock) {
        return new EventsApi(new EventQueries(patience), new EventDocuments(json, clock));
    }

    @Bean
    CaptureJobsApi captureJobsApi(ReceiptQueries receipts) {
        return new CaptureJobsApi(receipts);
    }
}
