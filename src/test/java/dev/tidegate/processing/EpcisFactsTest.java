package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.processing.canonical.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the source {@code epcis} makes of EPCIS events, whatever their syntax. */
class EpcisFactsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String EVENT =
            """
            {"type":"ObjectEvent","eventTime":"2026-11-24T10:00:00Z","eventTimeZoneOffset":"+00:00",
             "action":"OBSERVE","epcList":["urn:epc:id:sgtin:9521141.011111.101"]}
            """;

    @Test
    void bothSyntaxesOfTheSameEventsAreTheSameEvents() throws IOException {
        var xml = events(Files.readString(GOLDEN.resolve("visibility-2.0-xml.epcis")));
        var json = events(Files.readString(GOLDEN.resolve("visibility-2.0-json.epcis")));

        assertThat(xml).hasSize(7).extracting(CanonicalEvent::type).contains(EventType.DEAD_LETTER);
        for (int i = 0; i < xml.size(); i++) {
            if (xml.get(i).type() == EventType.VISIBILITY_EVENT) {
                assertThat(xml.get(i).body()).isEqualTo(json.get(i).body());
                assertThat(xml.get(i).content()).isEqualTo(json.get(i).content());
                assertThat(xml.get(i).dedupe()).isEqualTo(json.get(i).dedupe());
            } else {
                assertThat(xml.get(i).body().get("code")).isEqualTo(json.get(i).body().get("code"));
            }
        }
    }

    @Test
    void anEventIsNamedByWhereItStands() throws IOException {
        assertThat(refs(Files.readString(GOLDEN.resolve("visibility-1.2.epcis"))))
                .containsExactly(
                        "/EPCISDocument/EPCISBody/EventList/ObjectEvent[1]",
                        "/EPCISDocument/EPCISBody/EventList/extension[1]/TransformationEvent[1]",
                        "/EPCISDocument/EPCISBody/EventList/extension[2]/extension[1]/AssociationEvent[1]");
        assertThat(refs(document(EVENT, EVENT)))
                .containsExactly("/epcisBody/eventList/0", "/epcisBody/eventList/1");
        assertThat(refs("[" + EVENT + "," + EVENT + "]")).containsExactly("/0", "/1");
        assertThat(refs(EVENT)).containsExactly("/");
        assertThat(refs(xml("EventList", event("ObjectEvent"), event("ObjectEvent"))))
                .containsExactly("/EventList/ObjectEvent[1]", "/EventList/ObjectEvent[2]");
        assertThat(refs(event("ObjectEvent"))).containsExactly("/ObjectEvent");
        assertThat(
                        refs(
                                "<q:EPCISQueryDocument xmlns:q='urn:epcglobal:epcis-query:xsd:1'><EPCISBody>"
                                        + "<q:QueryResults><resultsBody><EventList>"
                                        + event("ObjectEvent")
                                        + "</EventList></resultsBody></q:QueryResults></EPCISBody></q:EPCISQueryDocument>"))
                .containsExactly(
                        "/EPCISQueryDocument/EPCISBody/QueryResults/resultsBody/EventList/ObjectEvent[1]");
    }

    @Test
    void theSyntaxIsToldByTheFirstCharacterAlone() {
        for (String type : List.of("application/json", "application/xml", "text/plain")) {
            for (String text : List.of(" \n" + EVENT, "\n" + event("ObjectEvent"))) {
                var message =
                        Given.message(Given.epcis(), type, text.getBytes(StandardCharsets.UTF_8));
                assertThat(Given.events(message, Given.epcis()))
                        .extracting(CanonicalEvent::type)
                        .containsExactly(EventType.VISIBILITY_EVENT);
            }
        }
        var utf16 = ("\uFEFF" + event("ObjectEvent")).getBytes(StandardCharsets.UTF_16BE);
        assertThat(Given.events(Given.epcis(), utf16))
                .extracting(CanonicalEvent::type)
                .containsExactly(EventType.VISIBILITY_EVENT);
    }

    @Test
    void anEventSentAgainIsTheSameWhateverItsRecordTimeAndTheOrderOfItsMembers() {
        var first = events(EVENT).getFirst();
        var again =
                events(
                                """
                                {"recordTime":"2026-11-25T10:00:00Z","action":"OBSERVE","eventTimeZoneOffset":"+00:00",
                                 "epcList":["urn:epc:id:sgtin:9521141.011111.101"],"type":"ObjectEvent",
                                 "eventTime":"2026-11-24T11:00:00.000+01:00"}
                                """)
                        .getFirst();

        assertThat(again.dedupe()).isEqualTo(first.dedupe());
        assertThat(again.content()).isEqualTo(first.content());
        assertThat(again.content())
                .isEqualTo(new Hashes().content(EventType.VISIBILITY_EVENT, again.body()));
    }

    @Test
    void anErrorDeclarationWithoutAnIdHasTheIdOfItsEventAndIsCountedForItself() {
        var event = events(EVENT).getFirst();
        var declared =
                events(
                                EVENT.replace(
                                        "\"action\"",
                                        "\"errorDeclaration\":{\"declarationTime\":\"2026-11-25T10:00:00Z\"},\"action\""))
                        .getFirst();

        assertThat(declared.key()).isEqualTo(event.key());
        assertThat(declared.dedupe()).isNotEqualTo(event.dedupe());
        assertThat(event.key()).startsWith("ni:///sha-256;").endsWith("?ver=tidegate-1");
    }

    @Test
    void theIdOfItsContentsDependsOnEveryContentAndNotOnTheOrderOfLists() {
        var two = "\"epcList\":[\"urn:x:a\",\"urn:x:b\"]";
        var one = EVENT.replaceFirst("\"epcList\":\\[[^]]*]", two);

        assertThat(id(one))
                .isEqualTo(id(one.replace(two, "\"epcList\":[\"urn:x:b\",\"urn:x:a\"]")));
        assertThat(id(one)).isNotEqualTo(id(one.replace("urn:x:b", "urn:x:c")));
        assertThat(id(one)).isNotEqualTo(id(one.replace("OBSERVE", "ADD")));
        assertThat(id(one))
                .isNotEqualTo(id(one.replace("\"action\"", "\"ilmd\":{\"x:y\":\"z\"},\"action\"")));
    }

    @Test
    void anExtensionIsKeptUnderItsNamespaceWhateverItsPrefix() {
        var json =
                events(
                                "{\"@context\":[{\"a\":\"https://ns.example/\"}],"
                                        + EVENT.strip()
                                                .substring(1)
                                                .replace(
                                                        "\"action\"",
                                                        "\"a:grade\":[{\"a:x\":1}],\"action\""))
                        .getFirst();
        var xml =
                events(
                                event("ObjectEvent")
                                        .replace(
                                                "<action>",
                                                "<b:grade xmlns:b='https://ns.example/'><b:x>1</b:x></b:grade><action>"))
                        .getFirst();

        assertThat(json.body().get("event").toString())
                .contains("\"https://ns.example/grade\":{\"https://ns.example/x\":\"1\"}");
        assertThat(xml.content()).isEqualTo(json.content());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"type\":\"ObjectEvent\",|''|missing_field|/type",
                "ObjectEvent|TeaEvent|unsupported_type|/type",
                "\"eventTime\":\"2026-11-24T10:00:00Z\",|''|missing_field|/eventTime",
                "2026-11-24T10:00:00Z|yesterday|not_a_timestamp|/eventTime",
                "\"eventTimeZoneOffset\":\"+00:00\",|''|missing_field|/eventTimeZoneOffset",
                "+00:00|UTC|not_an_offset|/eventTimeZoneOffset",
                "\"action\":\"OBSERVE\",|''|missing_field|/action",
                "OBSERVE|LOOK|unknown_code|/action",
                "[\"urn:epc:id:sgtin:9521141.011111.101\"]|[[]]|not_text|/epcList",
                "\"action\"|\"quantityList\":[{\"epcClass\":\"urn:x\",\"quantity\":\"few\"}],\"action\"|not_a_decimal|/quantityList/0/quantity",
                "\"action\"|\"errorDeclaration\":{\"declarationTime\":\"soon\"},\"action\"|not_a_timestamp|/errorDeclaration/declarationTime"
            })
    void whatIsWrongIsToldWithItsPlace(String what, String with, String code, String place) {
        var dead = events(document(EVENT, EVENT.replace(what, with))).get(1);

        assertThat(dead.type()).isEqualTo(EventType.DEAD_LETTER);
        assertThat(dead.ref()).isEqualTo("/epcisBody/eventList/1");
        assertThat(dead.body().get("code")).hasToString(code);
        assertThat(dead.body().get("place").toString())
                .startsWith("/epcisBody/eventList/1" + place);
    }

    @Test
    void whatIsWrongInXmlIsToldWithItsXpathLineAndColumn() {
        var dead =
                events(
                                xml(
                                        "EventList",
                                        event("ObjectEvent"),
                                        event("ObjectEvent")
                                                .replace(
                                                        "<action>",
                                                        "<quantityList><quantityElement><epcClass>urn:x</epcClass>"
                                                                + "</quantityElement><quantityElement><epcClass>urn:x"
                                                                + "</epcClass>\n<quantity>few</quantity>"
                                                                + "</quantityElement></quantityList><action>")))
                        .get(1);

        assertThat(dead.ref()).isEqualTo("/EventList/ObjectEvent[2]");
        assertThat(dead.body().get("code")).hasToString("not_a_decimal");
        assertThat(dead.body().get("place"))
                .hasToString(
                        "/EventList/ObjectEvent[2]/quantityList/quantityElement[2]/quantity"
                                + " (line 2 column 11)");
    }

    @Test
    void anAggregationThatChangesSomethingTellsItsParent() {
        var aggregation = EVENT.replace("ObjectEvent", "AggregationEvent");

        assertThat(Given.told(events(aggregation))).allMatch(told -> told.startsWith("visibility"));
        assertThat(Given.told(events(aggregation.replace("OBSERVE", "ADD"))))
                .containsExactly("dead missing_field at /parentID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<EPCISDocument/>",
                "<EPCISDocument><EPCISBody><EventList/></EPCISBody></EPCISDocument>",
                "{\"type\":\"EPCISDocument\"}",
                "{\"type\":\"EPCISDocument\",\"epcisBody\":{\"eventList\":[]}}"
            })
    void aDocumentWithoutEventsHasAnEntryAllTheSame(String text) {
        assertThat(events(text)).hasSize(1);
        assertThat(events(text).getFirst().body().get("code")).hasToString("empty_event_list");
    }

    private static String id(String event) {
        return events(event).getFirst().key();
    }

    private static List<String> refs(String text) {
        return events(text).stream().map(CanonicalEvent::ref).toList();
    }

    private static List<CanonicalEvent> events(String text) {
        return Given.events(Given.epcis(), text);
    }

    private static String document(String... events) {
        return "{\"type\":\"EPCISDocument\",\"epcisBody\":{\"eventList\":["
                + String.join(",", events)
                + "]}}";
    }

    private static String xml(String root, String... events) {
        return "<" + root + ">" + String.join("", events) + "</" + root + ">";
    }

    private static String event(String type) {
        return xml(
                type,
                "<eventTime>2026-11-24T10:00:00Z</eventTime>",
                "<eventTimeZoneOffset>+00:00</eventTimeZoneOffset>",
                "<epcList><epc>urn:epc:id:sgtin:9521141.011111.101</epc></epcList>",
                "<action>OBSERVE</action>");
    }
}
