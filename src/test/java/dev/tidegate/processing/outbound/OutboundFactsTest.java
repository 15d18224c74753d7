package dev.tidegate.processing.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.Renderer.Rendering;
import dev.tidegate.processing.Given;
import dev.tidegate.processing.Samples;
import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.document.Unwritable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person who sends documents out can rely on. */
class OutboundFactsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static List<CanonicalEvent> order() {
        return Given.events(Given.json(), Samples.JSON_ORDER);
    }

    private static List<CanonicalEvent> shipment() throws Exception {
        return Given.events(Given.x12(), Files.readAllBytes(GOLDEN.resolve("ship-notice-856.x12")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml"})
    void aShipmentIsSeenLeavingInEpcis(String syntax) throws Exception {
        var shipment = shipment().getFirst();
        var bytes =
                Rendered.bytes(
                        Rendered.as(
                                "epcis",
                                List.of(shipment),
                                Map.of("syntax", syntax, "own_gln", "4012345000009")));
        var seen = Given.events(Given.epcis(), bytes);

        assertThat(seen).hasSize(1);
        var body = seen.getFirst().body();
        assertThat(body.get("biz_step")).hasToString("shipping");
        assertThat(body.get("event_time")).isEqualTo(shipment.body().get("shipped_at"));
        assertThat(all(body, "quantities", "gtin")).hasSameSizeAs(lines(shipment));
        assertThat(String.join(" ", all(body, "transactions", "id")))
                .contains(String.valueOf(shipment.body().get("number")));
        if (syntax.equals("xml")) {
            assertThat(Schemas.epcis(bytes)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"visibility-2.0-json.epcis", "visibility-2.0-xml.epcis", "visibility-1.2.epcis"})
    void anEpcisEventGoesOutAsItCame(String file) throws Exception {
        var events = new ArrayList<CanonicalEvent>();
        for (var event : Given.events(Given.epcis(), Files.readAllBytes(GOLDEN.resolve(file)))) {
            if (event.type() == EventType.VISIBILITY_EVENT) {
                events.add(event);
            }
        }
        for (String syntax : List.of("json", "xml")) {
            var bytes = Rendered.bytes(Rendered.as("epcis", events, Map.of("syntax", syntax)));
            assertThat(Given.events(Given.epcis(), bytes))
                    .as(syntax)
                    .extracting(CanonicalEvent::content)
                    .isEqualTo(events.stream().map(CanonicalEvent::content).toList());
            if (syntax.equals("xml")) {
                assertThat(Schemas.epcis(bytes)).isEmpty();
            }
        }
    }

    @Test
    void theSameEventsUnderTheSameParametersGiveTheSameBytes() {
        for (String format : List.of("ubl", "idoc", "csv", "json")) {
            assertThat(Rendered.bytes(Rendered.as(format, order(), Map.of())))
                    .isEqualTo(Rendered.bytes(Rendered.as(format, order(), Map.of())));
        }
    }

    @Test
    void sendersAndReceiversOfAnIDocAreTheCallersToTell() {
        var idoc =
                text(
                        Rendered.as(
                                "idoc",
                                order(),
                                Map.of(
                                        "sender", "ACME",
                                        "receiver", "SAPCLNT100",
                                        "control_number", "4711")));
        assertThat(idoc)
                .contains(
                        "<DOCNUM>0000000000004711</DOCNUM>",
                        "<SNDPRN>ACME</SNDPRN>",
                        "<RCVPRN>SAPCLNT100</RCVPRN>",
                        "<IDOCTYP>ORDERS05</IDOCTYP>");
    }

    @Test
    void aPartnersCodesAreToldByATable() {
        var events =
                Given.events(Given.json(), Samples.JSON_ORDER.replace("\"sales\"", "\"purchase\""));
        assertThat(text(Rendered.as("ubl", events, Map.of("location.DC1", "4012345000016"))))
                .contains("4012345000016")
                .doesNotContain(">DC1<");
    }

    @Test
    void aFormulaIsDefusedInACsvThatPeopleOpen() {
        var events =
                Given.events(
                        Given.json(), Samples.JSON_ORDER.replace("Corner Shop", "=HYPERLINK(1)"));
        assertThat(text(Rendered.as("csv", events, Map.of()))).contains(",=HYPERLINK(1),");
        assertThat(text(Rendered.as("csv", events, Map.of("formulas", "defuse"))))
                .contains(",'=HYPERLINK(1),");
    }

    @Test
    void cellsWithDelimitersQuotesAndLineBreaksAreQuoted() {
        var events =
                Given.events(
                        Given.json(),
                        Samples.JSON_ORDER.replace(
                                "Corner Shop", "Corner, \\\"the\\\" Shop\\nBerlin"));
        var csv = Rendered.bytes(Rendered.as("csv", events, Map.of()));
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .contains("\"Corner, \"\"the\"\" Shop\nBerlin\"");
        assertThat(Given.events(Given.csv(), csv))
                .extracting(CanonicalEvent::content)
                .isEqualTo(events.stream().map(CanonicalEvent::content).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'format':'xml','root':'a','tree':{'b':{'c d':'1'}}} | /tree/b/c d",
                "{'format':'xml','tree':{'b':'1'}} | /root",
                "{'format':'xml','root':'a','tree':{'b':[[1]]}} | /tree/b/0",
                "{'format':'xml','root':'a','tree':{'b':$base64decode('AQ==')}} | /tree/b",
                "{'format':'csv','columns':['a'],'tree':{'rows':[{'a':'1'},{'b':'2'}]}} | /tree/rows/1/b",
                "{'format':'csv','tree':{'a':{'b':'1'}}} | /tree/a",
                "{'format':'epcis','created':'x','tree':{'type':'Nothing','eventTime':'x','eventTimeZoneOffset':'+00:00'}} | /tree/type",
                "{'format':'epcis','tree':{'type':'ObjectEvent'}} | /created",
                "{'format':'json','tree':{'a':function($x){$x}}} | /tree/a",
                "{'format':'json','tree':{'a':{'b':$decimal('many')}}} | /tree/a/b",
                "[{'format':'xml','root':'a','tree':{'b':'1'}},{'format':'xml','root':'a','tree':{'b':'1'}}] | /0/xpath"
            })
    void whatCanNotBeWrittenIsRefusedAtItsPlace(String expression, String place) {
        assertThat(Rendered.by(expression, order(), Map.of()))
                .isInstanceOfSatisfying(
                        Rendering.Refused.class,
                        refused -> {
                            assertThat(refused.place()).as(refused.reason()).isEqualTo(place);
                            assertThat(refused.reason()).isNotBlank();
                            assertThat(refused.nextStep()).isNotBlank();
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type & | mapping_invalid",
                "$error('no') | mapping_failed",
                "$string(1) | no_document",
                "[] | no_document",
                "{'format':'x400','tree':{}} | unknown_format",
                "($f := function($x) { $f($x) + 1 }; $f(1)) | mapping_limit_exceeded",
                "$reject('policy_rejection', 'embargo', '/partner', 'No.', 'Ask.') | embargo"
            })
    void aMappingThatDrawsNothingSaysWhy(String expression, String code) {
        assertThat(Rendered.by(expression, order(), Map.of()))
                .isInstanceOfSatisfying(
                        Rendering.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ubl", "idoc", "epcis", "csv", "json"})
    void aShipmentOfTenThousandLinesGoesOutWithinTheBoundsOfAMapping(String format) {
        var lines = new StringBuilder();
        for (int i = 1; i <= 10_000; i++) {
            lines.append(i == 1 ? "" : ",")
                    .append(
                            """
                            {"line":"%d","item":"SKU-%d","gtin":"4012345678901","quantity":"1","unit":"EA",
                             "order_number":"SO-%d","sscc":"34012345%010d"}
                            """
                                    .formatted(i, i, i % 100, i / 2));
        }
        var shipment =
                Given.events(
                        Given.json(),
                        """
                        {"type":"shipment","number":"SH-1","version":1,"direction":"outbound","status":"shipped",
                         "partner":{"code":"C-77"},"shipped_at":"2026-11-24T15:00:00Z","lines":[%s]}
                        """
                                .formatted(lines));
        assertThat(Rendered.bytes(Rendered.as(format, shipment, Map.of())))
                .asString(StandardCharsets.UTF_8)
                .contains("340123450000005000");
    }

    /** Built step by step, so that the mapping's own depth doesn't bound it. */
    @ParameterizedTest
    @ValueSource(strings = {"tree", "root", "envelope", "columns", "created"})
    void whatIsTooDeepIsRefusedWhereverItStands(String member) {
        String deep = "$reduce([1..5000], function($a, $i) { {'x': $a} }, 'end')";
        for (String format : List.of("json", "csv", "xml", "epcis")) {
            String drawn =
                    "$merge([{'format': '%s', 'root': 'a', 'tree': {'b': '1'}}, {'%s': %s}])"
                            .formatted(format, member, deep);
            assertThat(Rendered.by(drawn, order(), Map.of()))
                    .isInstanceOfSatisfying(
                            Rendering.Refused.class,
                            refused -> {
                                assertThat(refused.code()).isEqualTo("limit_exceeded");
                                assertThat(refused.place()).startsWith("/" + member + "/x/x");
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "xml", "epcis"})
    void whatIsTooLargeIsRefusedByEveryWriter(String format) {
        var document =
                List.of(
                        new Outgoing(
                                Map.of(
                                        "type", "ObjectEvent",
                                        "eventTime", "2026-11-24T10:00:00Z",
                                        "eventTimeZoneOffset", "+00:00"),
                                Map.of("root", "a", "created", "2026-11-24T10:00:00Z")));
        var writer =
                Writers.of(
                                Writers.format(format).orElseThrow(),
                                document,
                                OutboundSettings.DEFAULTS)
                        .orElseThrow();
        int size = writer.write(document, 100_000).length;
        assertThat(writer.write(document, size)).hasSize(size);
        assertThatThrownBy(() -> writer.write(document, size - 1))
                .isInstanceOf(Unwritable.class)
                .hasMessageContaining(String.valueOf(size - 1));
    }

    @Test
    void documentsOfTheirOwnAreRenderedOneAtATime() {
        var two = List.of(order().getFirst(), order().getFirst());
        assertThat(Rendered.as("ubl", two, Map.of()))
                .isInstanceOfSatisfying(
                        Rendering.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("several_events"));
        assertThat(Rendered.as("ubl", List.of(), Map.of()))
                .isInstanceOfSatisfying(
                        Rendering.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("several_types"));
    }

    private static String text(Rendering rendering) {
        return new String(Rendered.bytes(rendering), StandardCharsets.UTF_8);
    }

    private static List<?> lines(CanonicalEvent event) {
        return (List<?>) event.body().get("lines");
    }

    private static List<String> all(GenericRecord body, String list, String field) {
        return ((List<?>) body.get(list))
                .stream().map(one -> String.valueOf(((GenericRecord) one).get(field))).toList();
    }
}
