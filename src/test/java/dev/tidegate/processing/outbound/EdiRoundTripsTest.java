package dev.tidegate.processing.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What came in one language goes out in the other, comes back the same, and goes out in the first
 * again. Only a stock count's own number isn't compared: it is made of the report's.
 */
class EdiRoundTripsTest {
    @ParameterizedTest
    @CsvSource({
        "x12, edifact, round-trip-850.x12, order_kind, sales",
        "x12, edifact, round-trip-850-purchase.x12, order_kind, purchase",
        "x12, edifact, round-trip-855.x12, response_kind, purchase",
        "x12, edifact, round-trip-855.x12, response_kind, sales",
        "x12, edifact, round-trip-856.x12, shipment_direction, inbound",
        "x12, edifact, round-trip-856.x12, shipment_direction, outbound",
        "x12, edifact, round-trip-846.x12, none, none",
        "x12, edifact, round-trip-810.x12, invoice_kind, purchase",
        "edifact, x12, round-trip-ORDERS.edifact, order_kind, sales",
        "edifact, x12, round-trip-DESADV.edifact, shipment_direction, inbound",
        "edifact, x12, round-trip-INVRPT.edifact, none, none",
    })
    void comesBackTheSame(String one, String other, String file, String parameter, String value)
            throws IOException {
        var parameters = Map.of(parameter, value);
        var told = EdiOut.read(one, sample(file), parameters);
        var sent = EdiOut.bytes(other, told, Map.of());
        Files.write(Path.of("target", file + "." + value + "." + other), sent);
        isJudgedRight(other, sent);
        var away = EdiOut.read(other, sent, parameters);
        assertThat(bodies(away)).as(other).isEqualTo(bodies(told));
        var returned = EdiOut.bytes(one, away, Map.of());
        Files.write(Path.of("target", file + "." + value + "." + one), returned);
        isJudgedRight(one, returned);
        var back = EdiOut.read(one, returned, parameters);
        assertThat(bodies(back)).as(one).isEqualTo(bodies(told));
    }

    private static void isJudgedRight(String format, byte[] sent) throws IOException {
        var text = new String(sent, StandardCharsets.UTF_8);
        assertThat(EdiJudges.staedi(sent)).as(text).isEmpty();
        if (format.equals("edifact")) {
            assertThat(EdiJudges.milyn(sent)).as(text).isEmpty();
        }
    }

    private static List<String> bodies(List<CanonicalEvent> events) {
        return events.getFirst().type().label().equals("stock_count")
                ? EdiOut.bodies(events, "number")
                : EdiOut.bodies(events);
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/edi", name));
    }
}
