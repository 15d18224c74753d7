package dev.tidegate.ingestion.receive;

import static dev.tidegate.ingestion.receive.Sender.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.embedded.EmbeddedServices;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A broker that stands still: nothing is called accepted that isn't known to be. */
class SilentLogTest {
    private static Sender sender;

    @BeforeAll
    static void serve() {
        sender = new Sender(SilentLogTest.class, Map.of("tidegate.ingestion.ack-timeout", "500ms"));
    }

    @AfterAll
    static void close() {
        sender.close();
    }

    @Test
    void whatTheLogDoesNotAcknowledgeHasNoReceiptAndIsTakenInOnceItDoes() throws Exception {
        assertThat(sender.send("json", "application/json", "{}").statusCode()).isEqualTo(202);
        // Bulk has a producer of its own: one that never met the log would give up at line 1.
        assertThat(sender.send("json", "application/x-ndjson", "{}\n").statusCode()).isEqualTo(202);
        signal("-STOP");
        try {
            var one = sender.send("json", "application/json", "{}");
            assertProblem(one, 503, "log_unavailable");
            assertThat(one.headers().firstValue("Retry-After")).isPresent();
            assertThat(Served.json(one).get("class").asString()).isEqualTo("fault");

            var many = sender.send("json", "application/x-ndjson", "{\"n\":1}\n".repeat(1_000));
            assertProblem(many, 503, "log_unavailable");
            var problem = Served.json(many);
            assertThat(problem.get("accepted").asInt()).isZero();
            assertThat(problem.get("receipts").size()).isZero();
            assertThat(problem.get("errors").findValuesAsString("pointer"))
                    .containsExactly("line:1-1000");

            var file = "order_number,item\n" + "1,a\n2,b\n".repeat(300_000);
            assertProblem(sender.send("csv", "text/csv", file), 503, "log_unavailable");
        } finally {
            signal("-CONT");
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> sender.send("json", "application/json", "{}").statusCode() == 202);
    }

    private static void signal(String name) throws IOException, InterruptedException {
        var broker = EmbeddedServices.pids(Plant.HOME).broker().orElseThrow();
        assertThat(new ProcessBuilder("kill", name, broker.toString()).start().waitFor()).isZero();
    }
}
