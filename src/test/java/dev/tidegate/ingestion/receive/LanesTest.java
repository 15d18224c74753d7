package dev.tidegate.ingestion.receive;

import static dev.tidegate.ingestion.receive.Sender.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.testing.Served;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Express within the quota, surge above it, refused above the bound; never accepted and lost. */
class LanesTest {
    private static Sender sender;

    @BeforeAll
    static void serve() {
        sender =
                new Sender(
                        LanesTest.class,
                        Map.of(
                                "tidegate.ingestion.express-rate", "1",
                                "tidegate.ingestion.express-burst", "3",
                                "tidegate.ingestion.express-backlog-max", "50",
                                "tidegate.ingestion.surge-backlog-max", "50"));
    }

    @AfterAll
    static void close() {
        sender.close();
    }

    @Test
    void whatExceedsTheQuotaIsKeptInTheSurgeLaneAndWhatExceedsTheBoundIsRefusedWithReceipts() {
        var many = sender.send("json", "application/x-ndjson", "{\"n\":1}\n".repeat(80));

        assertProblem(many, 429, "backlog_full");
        assertThat(many.headers().firstValue("Retry-After")).contains("5");
        assertThat(many.headers().firstValue("RateLimit-Policy")).contains("\"express\";q=1;w=1");
        var problem = Served.json(many);
        assertThat(problem.get("lane").asString()).isEqualTo("surge");
        assertThat(problem.get("accepted").asInt()).isEqualTo(50);
        assertThat(problem.get("receipts").get(0).get("lane").asString()).isEqualTo("express");
        var surged = problem.get("receipts").get(20);
        assertThat(surged.get("lane").asString()).isEqualTo("surge");
        assertThat(sender.raw(sender.token, surged.get("receipt").asString()).statusCode())
                .isEqualTo(200);

        var metrics =
                sender.served
                        .send(
                                HttpRequest.newBuilder(sender.served.url("/actuator/prometheus"))
                                        .GET())
                        .body();
        assertThat(metrics)
                .contains("tidegate_accepted_total{lane=\"surge\"}")
                .contains("tidegate_refused_total{reason=\"backlog_full\"} 1.0");
    }
}
