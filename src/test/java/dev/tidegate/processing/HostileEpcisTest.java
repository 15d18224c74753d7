package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalCodec;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * EPCIS documents made to hurt: each has its entries, with code and place, and nothing is thrown.
 */
class HostileEpcisTest {
    private static final String HEAD =
            "<eventTime>2026-11-24T10:00:00Z</eventTime><eventTimeZoneOffset>+00:00</eventTimeZoneOffset>";
    private static final String EVENT =
            "<ObjectEvent>" + HEAD + "<action>ADD</action></ObjectEvent>";
    private static final int MANY = 300_000;

    private final Normaliser normaliser = new Normaliser(NormaliserSettings.DEFAULTS);
    private final CanonicalCodec codec = new CanonicalCodec();

    @Test
    void entitiesAndDocumentTypesAreRefusedUnread() {
        var bomb =
                "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>";
        assertThat(codes(bomb + EVENT.replace("ADD", "&c;"))).containsExactly("forbidden_xml");
        assertThat(
                        codes(
                                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                                        + EVENT.replace("ADD", "&x;")))
                .containsExactly("forbidden_xml");
        assertThat(codes("<!DOCTYPE d SYSTEM \"http://127.0.0.1:1/d.dtd\">" + EVENT))
                .containsExactly("forbidden_xml");
        assertThat(codes(EVENT.replace("ADD", "&undeclared;")))
                .containsAnyOf("forbidden_xml", "malformed_xml");
        assertThat(codes(EVENT.replace("ADD", "&#x41;DD"))).containsExactly("visibility_event");
    }

    @Test
    void depthElementsAndAttributesAreBounded() {
        assertThat(codes("<EventList>" + "<a>".repeat(100_000))).containsExactly("limit_exceeded");
        assertThat(codes(inside("<x:a xmlns:x='urn:x'>".repeat(100))))
                .containsExactly("limit_exceeded");
        assertThat(codes(inside("<a/>".repeat(500_001)))).containsExactly("limit_exceeded");
        assertThat(codes("<EventList " + attributes(101) + "/>")).containsExactly("limit_exceeded");
        assertThat(codes("<EventList " + attributes(100_000) + "/>"))
                .containsExactly("limit_exceeded");
        assertThat(codes("[".repeat(100_000))).containsExactly("limit_exceeded");
    }

    @Test
    void oneEventIsBoundedAndItsSiblingsAreRead() {
        var epcs = IntStream.range(0, MANY).mapToObj(i -> "<epc>urn:epc:id:x:" + i + "</epc>");
        var large = inside("<epcList>" + epcs.collect(Collectors.joining()) + "</epcList>");

        assertThat(codes("<EventList>" + EVENT + large + "</EventList>"))
                .containsExactly("visibility_event", "limit_exceeded");
    }

    @Test
    void aMessageOfTooManyEventsIsRefusedWhole() {
        assertThat(codes("<EventList>" + "<ObjectEvent/>".repeat(MANY) + "</EventList>"))
                .containsExactly("too_many_entries");
    }

    @Test
    void whatIsToldTwiceIsRefused() {
        assertThat(codes(inside("<action>ADD</action><action>DELETE</action>")))
                .containsExactly("duplicate_element");
        assertThat(codes(inside("<extension><action>ADD</action></extension><action>ADD</action>")))
                .containsExactly("duplicate_element");
        assertThat(codes(inside("<type>TransformationEvent</type>")))
                .containsExactly("duplicate_element");
        assertThat(codes("{\"type\":\"ObjectEvent\",\"type\":\"ObjectEvent\"}"))
                .containsExactly("duplicate_key");
    }

    @Test
    void brokenTextIsToldByItsLineAndColumn() {
        var broken = "<EventList>\n" + EVENT + "\n<ObjectEvent><eventTime></EventList>";
        var dead = events(broken.getBytes(StandardCharsets.UTF_8)).getFirst();

        assertThat(dead.ref()).isEqualTo("/");
        assertThat(dead.body().get("code")).hasToString("malformed_xml");
        assertThat(dead.body().get("place").toString())
                .startsWith("/EventList/ObjectEvent[2]/eventTime (line 3 column ");
        assertThat(codes("<a>")).containsExactly("malformed_xml");
        assertThat(codes("<")).containsExactly("malformed_xml");
        assertThat(codes("<EventList/>x")).containsExactly("malformed_xml");
        assertThat(codes("<Order/>")).containsExactly("unsupported_type");
        assertThat(codes("hello")).containsExactly("unknown_syntax");
        assertThat(codes("")).containsExactly("empty_message");
        assertThat(codes("PK\u0003\u0004...")).containsExactly("not_text");
    }

    @Test
    void bytesThatAreNoTextOfTheirEncodingAreTold() {
        byte[] bytes = EVENT.getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length / 2] = (byte) 0xC0;
        assertThat(codes(bytes)).containsExactly("invalid_utf8");

        var latin =
                "<?xml version='1.0' encoding='ISO-8859-1'?>" + EVENT.replace("ADD", "\u00C4DD");
        assertThat(codes(latin.getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("unknown_code");
        assertThat(codes("<?xml version='1.0' encoding='EBCDIC-TEA'?>" + EVENT))
                .containsExactly("malformed_xml");
    }

    @Test
    void textsThatNobodyCanKeepAreRefused() {
        assertThat(codes(inside("<eventID>" + "x".repeat(201) + "</eventID><action>ADD</action>")))
                .containsExactly("too_long");
        var nul =
                "{\"type\":\"ObjectEvent\",\"eventTime\":\"2026-11-24T10:00:00Z\",\"eventTimeZoneOffset\":\"+00:00\","
                        + "\"action\":\"ADD\",\"eventID\":\"a\\u0000b\"}";
        assertThat(codes(nul)).containsExactly("forbidden_character");
        assertThat(codes(nul.replace("a\\u0000b", "a").replace("}", ",\"x:y\":\"\\u0000\"}")))
                .containsExactly("visibility_event");
        assertThat(codes(nul.replace("a\\u0000b", "\\ud800")))
                .containsExactly("forbidden_character");
    }

    @Test
    void aDocumentCutAtAnyByteHasEntries() throws Exception {
        for (String name : List.of("visibility-2.0-xml.epcis", "visibility-2.0-json.epcis")) {
            byte[] whole = Files.readAllBytes(Path.of("src/test/resources/golden", name));
            for (int length = 0; length < whole.length; length += 7) {
                assertThat(codes(Arrays.copyOf(whole, length))).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsFlippedHasEntries(long seed) throws Exception {
        var random = new Random(seed);
        for (String name :
                List.of(
                        "visibility-2.0-xml.epcis",
                        "visibility-2.0-json.epcis",
                        "visibility-1.2.epcis")) {
            byte[] whole = Files.readAllBytes(Path.of("src/test/resources/golden", name));
            for (int i = 0; i < 200; i++) {
                byte[] bytes = whole.clone();
                for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                assertThat(codes(bytes)).isNotEmpty();
            }
        }
    }

    private static String inside(String more) {
        return "<ObjectEvent>" + HEAD + more + "</ObjectEvent>";
    }

    private static String attributes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "a" + i + "=''")
                .collect(Collectors.joining(" "));
    }

    private List<String> codes(String text) {
        return codes(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> codes(byte[] bytes) {
        var events = events(bytes);
        for (CanonicalEvent event : events) {
            assertThat(event.entries()).isEqualTo(events.size());
            assertThat(codec.decode(codec.encode(event)).key()).isEqualTo(event.key());
        }
        assertThat(events).extracting(HostileEpcisTest::code).doesNotContain("processing_fault");
        return events.stream().map(HostileEpcisTest::code).toList();
    }

    private List<CanonicalEvent> events(byte[] bytes) {
        var source = Given.epcis();
        return normaliser.normalise(Given.message(source, "application/xml", bytes), source);
    }

    private static String code(CanonicalEvent event) {
        return event.type() == EventType.DEAD_LETTER
                ? event.body().get("code").toString()
                : event.type().label();
    }
}
