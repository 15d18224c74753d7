package dev.tidegate.processing.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.Renderer.Rendering;
import dev.tidegate.processing.Given;
import dev.tidegate.processing.Samples;
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
