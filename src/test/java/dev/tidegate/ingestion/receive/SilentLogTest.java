package dev.tidegate.ingestion.receive;

import static dev.tidegate.ingestion.receive.Sender.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.testing.Served;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A log that takes longer than the door waits: nothing is called accepted that isn't known to be.
 */
@Tag("prove")
class SilentLogTest {
    private static Sender sender;

    @BeforeAll
    static void serve() {
        sender = new Sender(SilentLogTest.class, Map.of("tidegate.ingestion.ack-timeout", "0ms"));
    }

    @AfterAll
    static void close() {
        sender.close();
    }

    @Test
    void aMessageWithoutAnAcknowledgementHasNoReceipt() {
        var answer = sender.send("json", "application/json", "{}");

        assertProblem(answer, 503, "log_unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(Served.json(answer).get("class").asString()).isEqualTo("fault");
    }

    @Test
    void linesWithoutAnAcknowledgementAreToldAndTheOthersKeepTheirReceipts() {
        var answer = sender.send("json", "application/x-ndjson", "{\"n\":1}\n".repeat(50_000));

        assertProblem(answer, 503, "log_unavailable");
        var problem = Served.json(answer);
        assertThat(problem.get("accepted").asInt()).isLessThan(50_000);
        assertThat(problem.get("receipts").size()).isEqualTo(problem.get("accepted").asInt());
        assertThat(problem.get("errors").findValuesAsString("pointer"))
                .allSatisfy(pointer -> assertThat(pointer).startsWith("line:"));
    }

    @Test
    void aFileWithoutAnAcknowledgementIsToldToBeSentAgain() {
        var file = "order_number,item\n" + "1,a\n2,b\n".repeat(300_000);

        assertProblem(sender.send("csv", "text/csv", file), 503, "log_unavailable");
    }
}
