package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.Strictness;
import dev.tidegate.platform.sql.Micros;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdifactFactsTest {
    private static final SourceDefinition LENIENT = Given.with(Given.edifact(), Strictness.LENIENT);

    @Test
    void namesAMessageByItsReferences() {
        var event = Given.events(Given.edifact(), Samples.EDIFACT_ORDER).getFirst();
        assertThat(event.ref()).isEqualTo("905/1");
        assertThat(event.key()).isEqualTo("PO-1001");
        assertThat(event.version()).isEqualTo(29_925_210L * 1_000_000_000 + 905);
        assertThat(event.findings()).isEmpty();
    }

    @Test
    void namesAMessageInAGroupByTheGroupToo() {
        String grouped =
                Samples.EDIFACT_ORDER
                        .replace("UNH+1", "UNG+ORDERS+A+B+261124:0930+77+UN+D:96A'\nUNH+1")
                        .replace("UNT+14+1'", "UNT+14+1'\nUNE+1+77'");
        var event = Given.events(Given.edifact(), grouped).getFirst();
        assertThat(event.ref()).isEqualTo("905/77/1");
        assertThat(event.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=*.! ~", ":+,? '", "|^.# $"})
    void readsTheDelimitersThatUnaTells(String una) {
        String told =
                Samples.EDIFACT_ORDER
                        .replace("UNA:+.? '", "")
                        .replace(':', '\1')
                        .replace('+', '\2')
                        .replace('\'', '\3')
                        .replace('\1', una.charAt(0))
                        .replace('\2', una.charAt(1))
                        .replace('\3', una.charAt(5));
        assertThat(Given.events(Given.edifact(), "UNA" + una + told).getFirst().body())
                .isEqualTo(Given.events(Given.edifact(), Samples.EDIFACT_ORDER).getFirst().body());
    }

    @Test
    void readsItWrappedAtAnyColumnAndOnOneLine() {
        String one = Samples.EDIFACT_ORDER.replace("\n", "");
        String wrapped = one.replaceAll("(.{20})", "$1\r\n");
        assertThat(Given.told(Given.events(Given.edifact(), one))).containsExactly("order PO-1001");
        assertThat(Given.told(Given.events(Given.edifact(), wrapped)))
                .containsExactly("order PO-1001");
        assertThat(Given.told(Given.events(Given.edifact(), "\uFEFF \r\n" + one)))
                .containsExactly("order PO-1001");
    }

    @Test
    void aReleasedCharacterIsText() {
        String released = Samples.EDIFACT_ORDER.replace("Big Store", "Big?'s ?+ Store??");
        var party = Given.events(Given.edifact(), released).getFirst().body().get("partner");
        assertThat(party.toString()).contains("Big's + Store?");
    }

    @ParameterizedTest
    @CsvSource({"UNOC, ISO-8859-1, Bäckerei", "UNOD, ISO-8859-2, Łódź", "UNOE, ISO-8859-5, Хлеб"})
    void readsTheRepertoireThatTheInterchangeNames(String syntax, String charset, String name) {
        byte[] bytes =
                Samples.EDIFACT_ORDER
                        .replace("UNOC", syntax)
                        .replace("Big Store", name)
                        .getBytes(Charset.forName(charset));
        var event = Given.events(Given.edifact(), bytes).getFirst();
        assertThat(event.body().get("partner").toString()).contains(name);
        assertThat(event.findings()).isEmpty();
    }

    @Test
    void aWrongCountRefusesTheMessageOrIsToldWithIt() {
        String wrong = Samples.EDIFACT_ORDER.replace("UNT+14", "UNT+13");
        assertThat(Given.told(Given.events(Given.edifact(), wrong)))
                .containsExactly("dead segment_count_mismatch at UNT-01 (segment 14)");
        var told = Given.events(LENIENT, wrong).getFirst();
        assertThat(told.key()).isEqualTo("PO-1001");
        assertThat(told.findings()).containsExactly("segment_count_mismatch UNT-01 (segment 14)");
    }

    @Test
    void aLenientSourceReadsMessagesWithoutAnInterchange() {
        String bare = Samples.EDIFACT_ORDER.replaceAll("(?s)UNB.*?\n", "").replaceAll("UNZ.*", "");
        var event = Given.events(LENIENT, bare).getFirst();
        assertThat(event.key()).isEqualTo("PO-1001");
        assertThat(event.ref()).isEqualTo("/1");
        assertThat(event.findings()).containsExactly("missing_interchange_header UNB");
    }

    @ParameterizedTest
    @CsvSource({
        "20261201:102, 2026-12-01",
        "202612011530:203, 2026-12-01",
        "20261201153059:204, 2026-12-01",
        "261201:101, 2026-12-01",
        "2612011530:201, 2026-12-01",
        "2026120120261205:718, 2026-12-01",
        "20261201, 2026-12-01"
    })
    void readsADateByItsFormat(String told, String day) {
        String text = Samples.EDIFACT_ORDER.replace("DTM+2:20261201:102", "DTM+2:" + told);
        var requested = Given.events(Given.edifact(), text).getFirst().body().get("requested_on");
        assertThat(LocalDate.ofEpochDay((int) requested)).hasToString(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20261301:102", "2026120:102", "202648:616", "soon:102"})
    void aDateThatIsNoneIsRefusedAtItsPlace(String told) {
        String text = Samples.EDIFACT_ORDER.replace("DTM+2:20261201:102", "DTM+2:" + told);
        assertThat(Given.told(Given.events(Given.edifact(), text)))
                .containsExactly("dead not_a_timestamp at DTM[2]-01-2 (segment 4)");
    }

    @ParameterizedTest
    @CsvSource({
        "202611240930:203, 2026-11-24T08:30:00Z",
        "202611240930UTC:303, 2026-11-24T09:30:00Z",
        "20261124093015UTC:304, 2026-11-24T09:30:15Z",
        "202611240930?+0300:205, 2026-11-24T06:30:00Z"
    })
    void readsAMomentInTheZoneToldWithItElseInTheSources(String told, String moment) {
        var berlin = Given.with(Given.edifact(), Map.of("time_zone", "Europe/Berlin"));
        String text = Samples.EDIFACT_ORDER.replace("DTM+137:20261124:102", "DTM+137:" + told);
        var body = Given.events(berlin, text).getFirst().body();
        assertThat(Micros.instant((long) body.get("ordered_at"))).hasToString(moment);
        assertThat(LocalDate.ofEpochDay((int) body.get("requested_on")))
                .as("a day is the day as written")
                .hasToString("2026-12-01");
    }

    @Test
    void aZoneThatNobodyKnowsIsNoTime() {
        String text =
                Samples.EDIFACT_ORDER.replace(
                        "DTM+137:20261124:102", "DTM+137:202611240930QQQ:303");
        assertThat(Given.told(Given.events(Given.edifact(), text)))
                .containsExactly("dead not_a_timestamp at DTM[1]-01-2 (segment 3)");
    }

    @Test
    void aPriceIsForAsManyAsItTells() {
        String text = Samples.EDIFACT_ORDER.replace("AAA:9.95", "AAA:995:CT::100:PCE");
        assertThat(Given.events(Given.edifact(), text).getFirst().body())
                .isEqualTo(Given.events(Given.edifact(), Samples.EDIFACT_ORDER).getFirst().body());
    }

    @Test
    void aMilestoneOfAPartnersOwnCodeIsWhatTheSourceSays() {
        String status =
                """
                UNB+UNOA:3+A+B+261124:0930+1'UNH+1+IFTSTA:D:00B:UN'BGM+23+S-1'CNI+1+SHP-1'
                STS+1+P::HS:Rail departed'DTM+334:202611241405:203'UNT+6+1'UNZ+1+1'
                """;
        assertThat(Given.told(Given.events(Given.edifact(), status)))
                .containsExactly("dead unknown_code at STS[1]-02 (segment 4)");
        var known = Given.with(Given.edifact(), Map.of("milestone.P", "departed"));
        assertThat(Given.told(Given.events(known, status)))
                .isEqualTo(List.of("shipment_milestone SHP-1"));
    }

    @Test
    void aMessageThatHasNoGrammarIsReadByTheSourcesOwnMapping() {
        String quotes =
                "UNB+UNOA:3+A+B+261124:0930+1'UNH+1+QUOTES:D:96A:UN'BGM+310+Q-1'UNT+3+1'UNZ+1+1'";
        assertThat(Given.told(Given.events(Given.edifact(), quotes)))
                .containsExactly("dead unsupported_type at UNH-02 (segment 1)");
        var own =
                Given.with(
                        Given.with(Given.edifact(), Map.of("messages", "QUOTES")),
                        "{'type': 'document', 'body': {'kind': 'other', 'number': BGM.`02`,"
                                + " 'issued_at': '2026-11-24'}}");
        assertThat(Given.told(Given.events(own, quotes))).containsExactly("document Q-1");
    }
}
