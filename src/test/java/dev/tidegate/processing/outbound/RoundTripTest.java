package dev.tidegate.processing.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tidegate.contract.BodyJson;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.Renderer.Rendering;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.Strictness;
import dev.tidegate.processing.Given;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was taken in as one format goes out as another, comes back through our own reader, and is
 * the same. What a format has no place for is listed in docs/reference/outbound.md, and nothing
 * else may differ.
 */
class RoundTripTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<EventType> TYPES =
            Set.of(
                    EventType.ORDER,
                    EventType.ORDER_RESPONSE,
                    EventType.SHIPMENT,
                    EventType.INVOICE);

    /** What must carry them, where it isn't UBL and JSON. */
    private static final Map<EventType, List<String>> FORMATS =
            Map.of(
                    EventType.ORDER, List.of("ubl", "idoc", "json"),
                    EventType.ORDER_RESPONSE, List.of("ubl", "idoc", "json"),
                    EventType.SHIPMENT, List.of("ubl", "idoc", "csv", "json"),
                    EventType.STOCK_COUNT, List.of("ubl", "csv", "json"),
                    EventType.STOCK_MOVEMENT, List.of("idoc", "csv", "json"),
                    EventType.SHIPMENT_MILESTONE, List.of("csv", "json"));

    /** Of these all that a message tells are rendered together. */
    private static final Set<EventType> LISTED =
            Set.of(EventType.STOCK_COUNT, EventType.STOCK_MOVEMENT, EventType.SHIPMENT_MILESTONE);

    /** Kinds that a reader must be told, since no document tells them. */
    private static SourceDefinition reader(String format, JsonNode event) {
        var source =
                switch (format) {
                    case "json" -> Given.json();
                    case "csv" -> Given.csv();
                    default -> Given.xml(format);
                };
        var parameters = new LinkedHashMap<String, String>();
        if (!event.has("direction")) {
            parameters.put("location", "DC1"); // where a sales order's goods leave
        }
        tell(parameters, "order_kind", event.path("kind"));
        tell(parameters, "response_kind", event.path("order_kind"));
        tell(parameters, "invoice_kind", event.path("order_kind"));
        tell(parameters, "shipment_direction", event.path("direction"));
        return Given.with(source, parameters);
    }

    private static void tell(Map<String, String> parameters, String name, JsonNode value) {
        if (value.isString()) {
            parameters.put(name, value.asString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "order-850.x12, ORDER, ubl idoc csv json",
        "order-ORDERS.edifact, ORDER, ubl idoc csv json",
        "response-855.x12, ORDER_RESPONSE, ubl json",
        "ship-notice-856.x12, SHIPMENT, ubl idoc csv json",
        "despatch-DESADV.edifact, SHIPMENT, ubl csv json",
        "inventory-846.x12, STOCK_COUNT, ubl csv json",
        "invoice-810.x12, INVOICE, ubl json"
    })
    void ourOwnMessages(String file, EventType type, String formats) throws IOException {
        var source = file.endsWith("x12") ? Given.x12() : Given.edifact();
        var events = Given.events(source, Files.readAllBytes(GOLDEN.resolve(file)));
        var tried = new Tried();
        tried.all(events);
        tried.isWhole();
        for (String format : formats.split(" ")) {
            assertThat(tried.carried)
                    .as("%s of %s", type, file)
                    .containsKey(format + " " + type.label());
        }
    }

    /** Every field of the model is told, so that none is lost unseen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"type":"order","number":"SO-1001","version":7,"kind":"sales","status":"open",
                 "partner":{"code":"C-77","name":"Corner & Shop","gln":"0012345000010","duns":"123456789"},
                 "currency":"EUR","ordered_at":"2026-11-24T09:30:05Z","requested_on":"2026-11-27",
                 "lines":[{"line":"1","item":"SKU-1","gtin":"4012345678901","description":"Tent <two>",
                   "quantity":"12.5","unit":"EA","unit_price":"9.9501","location":"DC1","requested_on":"2026-11-28"},
                  {"line":"2","item":"SKU-2","quantity":"3","unit":"KGM","location":"DC2"}]}
                """,
                """
                {"type":"order","number":"PO-7","version":7,"kind":"purchase","status":"open",
                 "partner":{"code":"V-9","name":"Pipes Ltd","gln":"0012345000010"},
                 "ordered_at":"2026-11-24T09:30:05Z",
                 "lines":[{"line":"1","item":"B-1","gtin":"4012345678901","quantity":"12","unit":"XCT",
                   "unit_price":"1","location":"DC1"},
                  {"line":"2","item":"B-2","quantity":"3","unit":"KGM","location":"DC2"}]}
                """,
                """
                {"type":"order","number":"SO-9","version":8,"kind":"sales","status":"cancelled",
                 "partner":{"code":"C-77"},"ordered_at":"2026-11-24T09:30:05Z","lines":[]}
                """,
                """
                {"type":"order_response","number":"R-1","order_kind":"purchase","order_number":"PO-7",
                 "status":"changed","partner":{"code":"V-9","name":"Pipes Ltd"},
                 "version":1,"responded_at":"2026-11-25T08:00:00Z",
                 "lines":[{"line":"1","item":"B-1","status":"accepted","quantity":"12","unit":"EA",
                   "unit_price":"9.95","promised_on":"2026-12-01"},
                  {"line":"2","item":"B-2","status":"changed","quantity":"2","unit":"EA","promised_on":"2026-12-02"},
                  {"line":"3","item":"B-3","status":"backordered","quantity":"0","unit":"EA"},
                  {"line":"4","item":"B-4","status":"rejected","quantity":"5","unit":"EA"}]}
                """,
                """
                {"type":"shipment","number":"SH-1","version":1,"direction":"outbound","status":"shipped",
                 "partner":{"code":"C-77","name":"Corner Shop"},"carrier":"UPSN","tracking":"1Z999",
                 "from_location":"DC1","shipped_at":"2026-11-24T15:00:00Z","expected_at":"2026-11-26T08:00:00Z",
                 "lines":[{"line":"1","item":"SKU-1","gtin":"4012345678901","quantity":"12","unit":"EA","lot":"L-1",
                   "order_number":"SO-1001","sscc":"340123450000000017"},
                  {"line":"2","item":"SKU-2","quantity":"1","unit":"EA","order_number":"SO-1002"}]}
                """,
                """
                {"type":"shipment","number":"DESPATCH-2026-11-24","version":1,"direction":"inbound","status":"shipped",
                 "partner":{"code":"V-9","name":"Pipes Ltd"},"to_location":"DC1","shipped_at":"2026-11-24T15:00:00Z",
                 "lines":[{"line":"1","item":"B-1","quantity":"12","unit":"EA","order_number":"PO-7"}]}
                """,
                """
                {"type":"invoice","number":"INV-1","order_number":"PO-7","order_kind":"purchase","version":1,
                 "partner":{"code":"V-9","name":"Pipes Ltd","gln":"0012345000010"},"currency":"EUR",
                 "invoiced_on":"2026-11-24","total":"119.40",
                 "lines":[{"line":"1","item":"B-1","description":"Pipe","quantity":"12","unit":"EA","unit_price":"9.95"}]}
                """,
                """
                [{"type":"stock_movement","number":"M-1","kind":"receipt","item":"SKU-1","gtin":"4012345678901",
                  "location":"DC1","lot":"L-1","quantity":"97.5","unit":"KGM","occurred_at":"2026-11-24T00:00:00Z",
                  "order_number":"PO-7","order_kind":"purchase"},
                 {"type":"stock_movement","number":"M-2","kind":"transfer_out","item":"SKU-1","location":"DC1",
                  "to_location":"DC2","quantity":"1","unit":"EA","occurred_at":"2026-11-24T00:00:00Z"},
                 {"type":"stock_movement","number":"M-3","kind":"transfer_in","item":"SKU-1","location":"DC2",
                  "quantity":"1","unit":"EA","occurred_at":"2026-11-24T00:00:00Z"},
                 {"type":"stock_movement","number":"M-4","kind":"issue","item":"A-SKU-OF-MORE-THAN-18","location":"DC2",
                  "quantity":"1","unit":"EA","occurred_at":"2026-11-24T00:00:00Z","order_number":"SO-1","order_kind":"sales"},
                 {"type":"stock_movement","number":"M-5","kind":"adjustment","item":"SKU-1","location":"DC2",
                  "quantity":"-2","unit":"EA","occurred_at":"2026-11-24T00:00:00Z","reason":"broken"},
                 {"type":"stock_movement","number":"M-6","kind":"adjustment","item":"SKU-1","location":"DC2",
                  "quantity":"2","unit":"EA","occurred_at":"2026-11-24T00:00:00Z","reason":"found"}]
                """,
                """
                {"type":"shipment_milestone","shipment":"SH-1","code":"delivered",
                 "occurred_at":"2026-11-25T10:12:00Z","location":"DC1","note":"at the gate"}
                """,
                """
                [{"type":"stock_count","number":"C-1","item":"SKU-1","gtin":"4012345678901","location":"DC1","lot":"L-1",
                  "quantity":"97","unit":"EA","counted_at":"2026-11-24T18:00:00Z"},
                 {"type":"stock_count","number":"C-2","item":"SKU-2","location":"DC2",
                  "quantity":"0","unit":"KGM","counted_at":"2026-11-24T18:00:00Z"}]
                """
            })
    void whateverIsTold(String told) {
        var events = Given.events(Given.json(), told);
        assertThat(events).noneMatch(event -> event.type() == EventType.DEAD_LETTER);
        var tried = new Tried();
        tried.all(events);
        tried.isWhole();
        var formats = FORMATS.getOrDefault(events.getFirst().type(), List.of("ubl", "json"));
        assertThat(tried.carried)
                .containsKeys(
                        formats.stream()
                                .map(format -> format + " " + events.getFirst().type().label())
                                .toArray(String[]::new));
    }

    @Test
    @Tag("real-data")
    void realMessages() throws IOException {
        var root =
                Stream.of("../shared/fixtures", "../../shared/fixtures")
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .findFirst();
        assumeThat(root).as("the real messages stand beside the project").isPresent();
        var tried = new Tried();
        for (String folder : List.of("edi-x12", "edifact", "idoc", "ubl")) {
            try (var files = Files.walk(root.orElseThrow().resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    tried.file = file.getFileName().toString();
                    tried.all(Given.events(source(folder, file), Files.readAllBytes(file)));
                }
            }
        }
        Files.writeString(Path.of("target", "round-trips.md"), tried.told());
        tried.isWhole();
    }

    private static SourceDefinition source(String folder, Path file) {
        return switch (folder) {
            case "edi-x12" -> Given.with(Given.x12(), Strictness.LENIENT);
            case "edifact" -> Given.with(Given.edifact(), Strictness.LENIENT);
            case "ubl" -> Given.xml(file.toString().contains("cxml") ? "cxml" : "ubl");
            default -> Given.xml(folder);
        };
    }

    /** Many events on their way out and back. */
    private static final class Tried {
        private final Set<String> differences = new TreeSet<>();
        private final Map<String, Integer> carried = new TreeMap<>();
        private final Map<String, Integer> refused = new TreeMap<>();
        private String file = "";

        void all(List<CanonicalEvent> events) {
            var lists = new TreeMap<EventType, List<CanonicalEvent>>();
            for (CanonicalEvent event : events) {
                if (LISTED.contains(event.type())) {
                    lists.computeIfAbsent(event.type(), _ -> new ArrayList<>()).add(event);
                } else if (TYPES.contains(event.type())) {
                    each(List.of(event));
                }
            }
            lists.values().forEach(this::each);
        }

        private void each(List<CanonicalEvent> events) {
            for (String format : List.of("ubl", "idoc", "csv", "json")) {
                out(format, events);
            }
        }

        private void out(String format, List<CanonicalEvent> events) {
            String type = events.getFirst().type().label();
            switch (Rendered.as(format, events, Map.of())) {
                case Rendering.Refused refused ->
                        this.refused.merge(
                                format
                                        + " "
                                        + type
                                        + " "
                                        + refused.code()
                                        + " "
                                        + refused.place().replaceAll("/\\d+", "/*")
                                        + " "
                                        + refused.reason(),
                                1,
                                Integer::sum);
                case Rendering.Rendered rendered -> {
                    if (format.equals("ubl")) {
                        Schemas.ubl(rendered.bytes())
                                .ifPresent(
                                        wrong ->
                                                differences.add(
                                                        file + " ubl " + type + ": " + wrong));
                    }
                    compare(format, events, rendered.bytes());
                }
            }
        }

        private void compare(String format, List<CanonicalEvent> events, byte[] bytes) {
            String type = events.getFirst().type().label();
            var first = JSON.readTree(BodyJson.of(events.getFirst().body()));
            var back = Given.events(reader(format, first), bytes);
            if (back.size() != events.size()) {
                differences.add(file + " " + format + " " + type + ": " + back.size() + " events");
                return;
            }
            for (int i = 0; i < back.size(); i++) {
                compare(format, events.get(i), back.get(i));
            }
            carried.merge(format + " " + type, events.size(), Integer::sum);
        }

        private void compare(String format, CanonicalEvent before, CanonicalEvent after) {
            String type = before.type().label();
            if (before.type() != after.type()) {
                differences.add(file + " " + format + " " + type + ": " + after.body());
                return;
            }
            boolean tellsVersion =
                    format.equals("json")
                            || format.equals("csv") && !LISTED.contains(before.type());
            if (tellsVersion && before.version() != after.version()) {
                differences.add(file + " " + format + " " + type + ": version " + after.version());
            }
            var was = Flat.of(BodyJson.of(before.body()));
            var is = Flat.of(BodyJson.of(after.body()));
            var pointers = new TreeSet<>(was.keySet());
            pointers.addAll(is.keySet());
            for (String pointer : pointers) {
                String where = pointer.replaceAll("/\\d+", "/*");
                if (!Objects.equals(was.get(pointer), is.get(pointer))
                        && !Carried.isLost(format, type, where, was.get(pointer))) {
                    differences.add(
                            "%s %s %s: %s became %s (%s)"
                                    .formatted(
                                            format,
                                            type,
                                            where,
                                            was.get(pointer),
                                            is.get(pointer),
                                            file));
                }
            }
        }

        /** Nothing came back otherwise, and what was refused is what a format has no place for. */
        void isWhole() {
            assertThat(differences).isEmpty();
            assertThat(refused.keySet()).allMatch(what -> what.contains(" not_carried "));
        }

        String told() {
            var text = new StringBuilder();
            carried.forEach((what, count) -> text.append("carried " + what + " " + count + "\n"));
            refused.forEach((what, count) -> text.append("refused " + what + " " + count + "\n"));
            differences.forEach(what -> text.append("differs " + what + "\n"));
            return text.toString();
        }
    }

    /** A JSON text as its values by their pointers; an SSCC without its application identifier. */
    private static final class Flat {
        private static String plain(String value) {
            return value.replaceFirst("^00(\\d{18})$", "$1");
        }

        static Map<String, String> of(String json) {
            var flat = new TreeMap<String, String>();
            add(flat, "", JSON.readTree(json));
            return flat;
        }

        private static void add(Map<String, String> flat, String pointer, JsonNode node) {
            if (node.isObject()) {
                node.properties().forEach(m -> add(flat, pointer + "/" + m.getKey(), m.getValue()));
            } else if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    add(flat, pointer + "/" + i, node.get(i));
                }
            } else {
                flat.put(pointer, plain(node.asString()));
            }
        }
    }
}
