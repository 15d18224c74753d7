package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real IDocs, UBL and cXML, made by others, beside the project. What is expected of each is found
 * by patterns in its text, which know nothing of our reader.
 */
@Tag("real-data")
class XmlFixturesTest {
    private static final Pattern ROOT =
            Pattern.compile("<(?:[A-Za-z0-9]+:)?([A-Za-z][A-Za-z0-9]*)[\\s>/]");
    private static final Pattern REQUEST =
            Pattern.compile("<Request(?:\\s[^>]*)?>\\s*<([A-Za-z]+)[\\s>/]");
    private static final Pattern MESSAGE_TYPE = Pattern.compile("<MESTYP>([A-Z]+)</MESTYP>");
    private static final Pattern LINE =
            Pattern.compile(
                    "<(?:\\w+:)?(?:E1EDP01|InvoiceLine|CreditNoteLine|OrderLine|DespatchLine"
                            + "|ReceiptLine|CatalogueLine|ItemOut)[\\s>]");
    private static final Pattern PAYABLE =
            Pattern.compile("<(?:\\w+:)?PayableAmount[^>]*>\\s*([0-9.-]+)\\s*<");

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("ORDERS", "order"),
                    Map.entry("ORDRSP", "order_response"),
                    Map.entry("DESADV", "shipment"),
                    Map.entry("INVOIC", "invoice"),
                    Map.entry("Order", "order"),
                    Map.entry("OrderCancellation", "order"),
                    Map.entry("OrderChange", "document"),
                    Map.entry("OrderResponse", "order_response"),
                    Map.entry("OrderResponseSimple", "order_response"),
                    Map.entry("DespatchAdvice", "shipment"),
                    Map.entry("ReceiptAdvice", "document"),
                    Map.entry("Invoice", "invoice"),
                    Map.entry("CreditNote", "document"),
                    Map.entry("Catalogue", "document"),
                    Map.entry("InventoryReport", "stock_count"),
                    Map.entry("OrderRequest", "order"),
                    Map.entry("ConfirmationRequest", "order_response"),
                    Map.entry("ShipNoticeRequest", "shipment"),
                    Map.entry("InvoiceDetailRequest", "invoice"));

    /** A file, its source, its text without comments, and what it is by its own words. */
    private record Fixture(Path file, String source, String text, String what) {
        static Fixture of(Path file) throws IOException {
            String text =
                    Files.readString(file, StandardCharsets.UTF_8)
                            .replaceAll("(?s)<!--.*?-->|<!DOCTYPE.*?>|<\\?.*?\\?>", "");
            String source =
                    file.toString().contains("cxml")
                            ? "cxml"
                            : file.toString().contains("idoc") ? "idoc" : "ubl";
            String root = first(ROOT, text).orElseThrow();
            String what =
                    switch (source) {
                        case "cxml" ->
                                root.equals("cXML")
                                        ? first(REQUEST, text).orElse("no request")
                                        : root;
                        case "idoc" -> first(MESSAGE_TYPE, text).orElse("no IDoc: " + root);
                        default -> root;
                    };
            return new Fixture(file, source, text, what);
        }

        List<CanonicalEvent> events() throws IOException {
            return Given.events(Given.xml(source), Files.readAllBytes(file));
        }

        /** The type, or the dead letter's code and place. */
        String expected() {
            String place = "/" + first(ROOT, text).orElseThrow();
            if (!TYPES.containsKey(what)) {
                return "dead unsupported_type " + place;
            }
            return text.contains("<cbc:ID/>") && what.equals("Order")
                    ? "dead missing_field " + place
                    : TYPES.get(what);
        }

        private static Optional<String> first(Pattern pattern, String text) {
            return pattern.matcher(text).results().map(found -> found.group(1)).findFirst();
        }
    }

    @Test
    void everyDocumentIsReadOrSaysWhatItIs() throws IOException {
        var table = new TreeMap<String, Integer>();
        var wrong = new ArrayList<String>();
        for (Fixture fixture : fixtures()) {
            /* A report is an entry for each of its lines. */
            long documents =
                    Math.max(
                            1,
                            Pattern.compile("<IDOC[\\s>]|<(?:\\w+:)?InventoryReportLine[\\s>]")
                                    .matcher(fixture.text())
                                    .results()
                                    .count());
            var events = fixture.events();
            assertThat(events).as(fixture.file().toString()).hasSize((int) documents);
            for (CanonicalEvent event : events) {
                table.merge(
                        fixture.source() + " " + fixture.what() + " -> " + told(event),
                        1,
                        Integer::sum);
                if (!told(event).equals(fixture.expected())) {
                    wrong.add(fixture.file() + ": " + told(event) + " " + event.body());
                }
            }
        }
        table.forEach((what, count) -> System.out.println(what + ": " + count));
        assertThat(wrong).isEmpty();
    }

    @Test
    void noLineIsLostAndNoTotalIsAnother() throws IOException {
        for (Fixture fixture : fixtures()) {
            for (CanonicalEvent event : fixture.events()) {
                if (!event.body().hasField("lines") || event.type() == EventType.SHIPMENT) {
                    continue;
                }
                assertThat((List<?>) event.body().get("lines"))
                        .as(fixture.file().toString())
                        .hasSize((int) LINE.matcher(fixture.text()).results().count());
                if (event.type() == EventType.INVOICE && fixture.source().equals("ubl")) {
                    var payable = Fixture.first(PAYABLE, fixture.text()).orElseThrow();
                    assertThat(decimal((ByteBuffer) event.body().get("total")))
                            .as(fixture.file().toString())
                            .isEqualByComparingTo(payable);
                }
            }
        }
    }

    @Test
    void aSecondFeedIsTheSame() throws IOException {
        for (Fixture fixture : fixtures()) {
            var first = fixture.events();
            var second = fixture.events();
            assertThat(second)
                    .extracting(CanonicalEvent::dedupe)
                    .isEqualTo(first.stream().map(CanonicalEvent::dedupe).toList());
            assertThat(second)
                    .extracting(CanonicalEvent::content)
                    .isEqualTo(first.stream().map(CanonicalEvent::content).toList());
        }
    }

    private static String told(CanonicalEvent event) {
        return event.type() == EventType.DEAD_LETTER
                ? "dead " + event.body().get("code") + " " + event.body().get("place")
                : event.type().label();
    }

    private static BigDecimal decimal(ByteBuffer bytes) {
        return new BigDecimal(new BigInteger(bytes.array()), 4);
    }

    private static List<Fixture> fixtures() throws IOException {
        var root =
                Stream.of("../shared/fixtures", "../../shared/fixtures")
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .findFirst();
        assumeThat(root).as("the real messages stand beside the project").isPresent();
        var found = new ArrayList<Fixture>();
        for (String folder : List.of("idoc", "ubl")) {
            try (var files = Files.walk(root.orElseThrow().resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    found.add(Fixture.of(file));
                }
            }
        }
        return found;
    }
}
