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
    private static final int ANSWER_SIZE_MAX = 8 * 1024 * 1024;

    @Bean
    EventsApi epcisEventsApi(Patience patience, JsonMapper json, Clock clock) {
        return new EventsApi(
                new EventQueries(patience, ANSWER_SIZE_MAX), new EventDocuments(json, clock));
    }

    @Bean
    CaptureJobsApi captureJobsApi(ReceiptQueries receipts) {
        return new CaptureJobsApi(receipts);
    }
}
