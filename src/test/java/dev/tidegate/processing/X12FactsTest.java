package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.Strictness;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class X12FactsTest {
    private static final SourceDefinition LENIENT = Given.with(Given.x12(), Strictness.LENIENT);

    @Test
    void namesASetByItsControlNumbers() {
        var event = Given.events(Given.x12(), Samples.X12_ORDER).getFirst();
        assertThat(event.ref()).isEqualTo("000000905/1/0001");
        assertThat(event.key()).isEqualTo("PO-1001");
        assertThat(event.version()).isEqualTo(29_925_210L * 1_000_000_000 + 905);
        assertThat(event.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\u2026", "\u0085", "'", "|", "\u001c", "~\r\n\t"})
    void readsAnyTerminator(String terminator) {
        String text = Samples.X12_ORDER.replace("~\n", terminator);
        assertThat(Given.events(Given.x12(), text).getFirst().body())
                .isEqualTo(Given.events(Given.x12(), Samples.X12_ORDER).getFirst().body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "^", "\t", "\u001d", "\u00b6"})
    void readsAnyElementSeparator(String separator) {
        assertThat(Given.told(Given.events(Given.x12(), Samples.X12_ORDER.replace("*", separator))))
                .containsExactly("order PO-1001");
    }

    @Test
    void readsATerminatorThatIsOneByteOutsideOfAscii() {
        byte[] bytes =
                Samples.X12_ORDER.replace("~\n", "\u0085").getBytes(StandardCharsets.ISO_8859_1);
        var event = Given.events(Given.x12(), bytes).getFirst();
        assertThat(event.key()).isEqualTo("PO-1001");
        assertThat(event.findings()).containsExactly("not_utf8 the text");
    }

    @Test
    void readsAnIsaOfAnyWidth() {
        String narrow = Samples.X12_ORDER.replaceAll(" +\\*", "*");
        var event = Given.events(Given.x12(), narrow).getFirst();
        assertThat(event.key()).isEqualTo("PO-1001");
        assertThat(event.findings()).containsExactly("isa_width ISA");
        String wrapped = Samples.X12_ORDER.replace("~\n", "~").replaceAll("(.{80})", "$1\r\n");
        assertThat(Given.told(Given.events(Given.x12(), wrapped))).containsExactly("order PO-1001");
    }

    @Test
    void readsWhatStandsBehindAMailsHeader() {
        var events =
                Given.events(
                        Given.x12(),
                        "Content-Type: application/edi-x12\n\n" + Samples.X12_ORDER + "\u001a\n");
        assertThat(Given.told(events))
                .containsExactly("dead malformed_envelope at character 1", "order PO-1001");
    }

    @Test
    void readsOneInterchangeBehindAnother() {
        String second =
                Samples.X12_ORDER.replace("PO-1001", "PO-2").replace("000000905", "000000906");
        for (String between : List.of("", "\n\n", "\uFEFF")) {
            var events = Given.events(Given.x12(), Samples.X12_ORDER + between + second);
            assertThat(Given.told(events)).containsExactly("order PO-1001", "order PO-2");
        }
        String withoutTrailer = Samples.X12_ORDER.replace("IEA*1*000000905~\n", "");
        var events = Given.events(Given.x12(), withoutTrailer + second);
        assertThat(Given.told(events)).containsExactly("order PO-1001", "order PO-2");
        assertThat(events.getFirst().findings()).containsExactly("missing_interchange_trailer IEA");
    }

    @Test
    void refusesOrTellsAWrongCountAsTheSourceSays() {
        String wrong = Samples.X12_ORDER.replace("SE*11*", "SE*12*");
        assertThat(Given.told(Given.events(Given.x12(), wrong)))
                .containsExactly("dead segment_count_mismatch at SE-01 (segment 11)");
        assertThat(Given.events(LENIENT, wrong).getFirst().findings())
                .containsExactly("segment_count_mismatch SE-01 (segment 11)");
        var refusing = Given.with(LENIENT, Map.of("refuse", "group_count_mismatch, isa_width"));
        assertThat(Given.told(Given.events(refusing, wrong))).containsExactly("order PO-1001");
        assertThat(Given.told(Given.events(refusing, wrong.replace("GE*1*", "GE*2*"))))
                .containsExactly("dead group_count_mismatch at GE-01");
    }

    @Test
    void countsTheSameInterchangeOnceAndALaterOneAsNewer() {
        var first = Given.events(Given.x12(), Samples.X12_ORDER).getFirst();
        var again = Given.events(Given.x12(), Samples.X12_ORDER).getFirst();
        var later =
                Given.events(Given.x12(), Samples.X12_ORDER.replace("000000905", "000000906"))
                        .getFirst();
        assertThat(again.dedupe()).isEqualTo(first.dedupe());
        assertThat(later.dedupe()).isNotEqualTo(first.dedupe());
        assertThat(later.version()).isGreaterThan(first.version());
    }

    @Test
    void letsASourceMapASetThatHasNoGrammar() {
        String status =
                Samples.X12_ORDER
                        .replace("ST*850", "ST*315")
                        .replaceAll(
                                "(?s)BEG.*CTT\\*3~\n",
                                "B4***VD*20261124*0930**SH*9~\nN9*SN*SH-9~\n")
                        .replace("SE*11", "SE*4");
        assertThat(Given.told(Given.events(Given.x12(), status)))
                .containsExactly("dead unsupported_type at ST-01 (segment 1)");
        var own =
                Given.with(
                        Given.with(Given.x12(), Map.of("sets", "315, 310")),
                        """
                        {"type": "shipment_milestone", "body": {"shipment": N9.`02`,
                          "code": $code({"VD": "departed"}, B4.`03`), "occurred_at": $timestamp(B4.`04`, B4.`05`)}}
                        """);
        assertThat(Given.told(Given.events(own, status)))
                .containsExactly("shipment_milestone SH-9");
    }

    @Test
    void keepsTheOtherSetsOfAGroupInWhichOneBreaksOff() {
        String broken =
                Samples.X12_ORDER.replace("SE*11*0001~\n", "ST*850*0002~\nBEG*00*SA*PO-2~\n");
        var events = Given.events(LENIENT, broken);
        assertThat(events)
                .extracting(CanonicalEvent::ref)
                .containsExactly("000000905/1/0001", "000000905/1/0002");
        assertThat(events)
                .extracting(event -> event.body().get("code"))
                .containsExactly("truncated_set", "truncated_set");
    }
}
