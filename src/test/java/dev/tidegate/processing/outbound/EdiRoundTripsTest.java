package dev.tidegate.processing.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.Renderer.Rendering;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What came in one language goes out in the other, comes back the same, and goes out in the first
 * again. Only a stock count's own number isn't compared: it is made of the report's.
 */
class EdiRoundTripsTest {
    private static final Set<EventType> TYPES =
            Set.of(
                    EventType.ORDER,
                    EventType.ORDER_RESPONSE,
                    EventType.SHIPMENT,
                    EventType.STOCK_COUNT,
                    EventType.INVOICE);

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
        isJudgedRight(other, sent);
        var away = EdiOut.read(other, sent, parameters);
        assertThat(bodies(away)).as(other).isEqualTo(bodies(told));
        var returned = EdiOut.bytes(one, away, Map.of());
        isJudgedRight(one, returned);
        var back = EdiOut.read(one, returned, parameters);
        assertThat(bodies(back)).as(one).isEqualTo(bodies(told));
    }

    /** Each in a carton of its own: the cost of a document grows with its lines, not faster. */
    @Test
    void fiveThousandLinesGoOutAsOne() {
        var text = new StringBuilder();
        for (int i = 1; i <= 5_000; i++) {
            text.append("HL*%d*1*P~MAN*GM*%018d~".formatted(2 * i, i));
            text.append("HL*%d*%d*I~LIN*%d*BP*SKU-%d~SN1**1*EA~".formatted(2 * i + 1, 2 * i, i, i));
        }
        var file =
                "ISA*00*          *00*          *ZZ*BIGSTORE       *ZZ*ACME           *261124*0930*U*00401*000000907*0*P*>~"
                        + "GS*SH*BIGSTORE*ACME*20261124*0930*1*X*004010~ST*856*0001~"
                        + "BSN*00*ASN-1*20261124*0915~HL*1**S~%sSE*25004*0001~GE*1*1~IEA*1*000000907~"
                                .formatted(text);
        var told = EdiOut.read("x12", file.getBytes(StandardCharsets.UTF_8), Map.of());
        for (String format : List.of("edifact", "x12")) {
            var away = EdiOut.read(format, EdiOut.bytes(format, told, Map.of()), Map.of());
            assertThat(bodies(away)).as(format).isEqualTo(bodies(told));
        }
    }

    /**
     * Each real document either goes there and back and is the same, or is refused at a place: none
     * is bent. What is refused, and why, stands in {@code target/edi-refused.txt}.
     */
    @Test
    @Tag("real-data")
    void realDocumentsComeBackTheSameOrAreRefusedAtTheirPlace() throws IOException {
        var different = new ArrayList<String>();
        var refused = new ArrayList<String>();
        int same = 0;
        for (String one : List.of("x12", "edifact")) {
            String other = one.equals("x12") ? "edifact" : "x12";
            for (Path file : fixtures(one.equals("x12") ? "edi-x12" : "edifact")) {
                for (var told : documents(one, Files.readAllBytes(file))) {
                    String name = file.getFileName() + " " + told.getFirst().ref();
                    var outcome = thereAndBack(one, other, told);
                    switch (outcome) {
                        case "same" -> same++;
                        case "different" -> different.add(name);
                        default -> refused.add(other + " " + name + " " + outcome);
                    }
                }
            }
        }
        Files.write(Path.of("target", "edi-refused.txt"), refused);
        assertThat(different).isEmpty();
        assertThat(same).isGreaterThanOrEqualTo(40);
        assertThat(refused).allMatch(reason -> reason.contains("(segment "));
    }

    /** {@code same}, {@code different}, or why it is refused. */
    private static String thereAndBack(String one, String other, List<CanonicalEvent> told) {
        var events = told;
        for (String format : List.of(other, one)) {
            switch (EdiOut.render(format, events, Map.of())) {
                case Rendering.Refused refusal -> {
                    return refusal.reason();
                }
                case Rendering.Rendered rendered ->
                        events = EdiOut.read(format, rendered.bytes(), Map.of());
            }
            if (!bodies(events).equals(bodies(told))) {
                return "different";
            }
        }
        return "same";
    }

    /** Events of one document each, of the types that both formats have. */
    private static List<List<CanonicalEvent>> documents(String format, byte[] bytes) {
        var byRef = new LinkedHashMap<String, List<CanonicalEvent>>();
        for (CanonicalEvent event : EdiOut.read(format, bytes, Map.of())) {
            if (TYPES.contains(event.type())) {
                byRef.computeIfAbsent(event.ref(), _ -> new ArrayList<>()).add(event);
            }
        }
        return byRef.values().stream()
                .filter(events -> events.size() == 1 || isOfOneType(events, EventType.STOCK_COUNT))
                .toList();
    }

    private static boolean isOfOneType(List<CanonicalEvent> events, EventType type) {
        return events.stream().allMatch(event -> event.type() == type);
    }

    private static List<Path> fixtures(String folder) throws IOException {
        var root =
                Stream.of("../shared/fixtures", "../../shared/fixtures")
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .findFirst();
        assumeThat(root).as("the real messages stand beside the project").isPresent();
        try (var found = Files.walk(root.orElseThrow().resolve(folder))) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
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
