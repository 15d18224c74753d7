package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.governance.demo.StartingMappings;
import dev.tidegate.processing.edi.Grammars;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sets become beyond what the golden files show: what a source can say, what counts once. */
class X12SetsTest {
    @Test
    void theGrammarAndTheMappingKnowTheSameSets() {
        String mapping = StartingMappings.text("x12");
        assertThat(Grammars.read("/x12/grammar.txt").names())
                .hasSize(27)
                .allSatisfy(set -> assertThat(mapping).contains('"' + set + '"'));
        assertThat(mapping).doesNotContain("$include");
        assertThat(mapping.length()).isLessThan(NormaliserSettings.DEFAULTS.mappingLengthMax());
    }

    @ParameterizedTest
    @CsvSource({
        "ET, 2026-11-24T14:30:00Z", "ED, 2026-11-24T13:30:00Z", "CS, 2026-11-24T15:30:00Z",
        "05, 2026-11-24T04:30:00Z", "20, 2026-11-24T14:30:00Z", "UT, 2026-11-24T09:30:00Z",
        "LT, 2026-11-24T08:30:00Z", "'', 2026-11-24T08:30:00Z"
    })
    void aStatusIsInItsOwnZoneAndALocalOneInThatOfTheSource(String zone, Instant occurred) {
        var source = Given.with(Given.x12(), Map.of("time_zone", "Europe/Berlin"));
        String set = "B10*PRO-1*LOAD-1*SCAC~AT7*D1*NS***20261124*0930*" + zone + "~";
        assertThat(Given.events(source, set("214", set)))
                .singleElement()
                .satisfies(
                        event ->
                                assertThat(event.body().get("occurred_at"))
                                        .isEqualTo(
                                                ChronoUnit.MICROS.between(
                                                        Instant.EPOCH, occurred)));
    }

    @Test
    void aPartnersOwnCodeIsToldInTheStandardsByTheSource() {
        String set = set("214", "B10*PRO-1*LOAD-1*SCAC~AT7*K2*NS***20261124*0930~");
        assertThat(Given.told(Given.events(Given.x12(), set)))
                .containsExactly("dead unknown_code at AT7[1]-01 (segment 3)");
        var knowing = Given.with(Given.x12(), Map.of("x12-1650.K2", "X4"));
        assertThat(Given.events(knowing, set).getFirst().body().get("code")).hasToString("arrived");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AG", "X2", "X3", "CD", "AJ"})
    void anEstimateOrWhatOnlyTheVehicleDidIsNoMilestone(String status) {
        String set = "B10*PRO-1*LOAD-1*SCAC~AT7*" + status + "*NS***20261124*0930~";
        assertThat(Given.told(Given.events(Given.x12(), set("214", set))))
                .containsExactly("document LOAD-1/" + status);
    }

    @Test
    void anOrderEndsByAnOrderChangeThatSaysSoAndByNoOther() {
        String ended = set("860", "BCH*01*SA*PO-1***20261120~");
        var event = Given.events(Given.x12(), ended).getFirst();
        assertThat(Given.told(List.of(event))).containsExactly("order PO-1");
        assertThat(event.body().get("status")).hasToString("cancelled");
        String whole = set("860", "BCH*01*SA*PO-1***20261120~POC*1*DI*0*0*EA***VN*A~");
        assertThat(Given.told(Given.events(Given.x12(), whole))).containsExactly("order PO-1");
        String lines = set("860", "BCH*04*SA*PO-1**7*20261120~POC*1*DI*0*0*EA***VN*A~");
        var change = Given.events(Given.x12(), lines).getFirst();
        assertThat(Given.told(List.of(change))).containsExactly("document PO-1/7");
        assertThat(change.orderingKey()).isEqualTo("PO-1");
    }

    @Test
    void aWarehousesOrderIsADocumentWhereTheSourceSaysSo() {
        String set = set("940", "W05*N*DO-1*PO-9~LX*1~W01*5*CA**VN*SKU-1~");
        assertThat(Given.told(Given.events(Given.x12(), set))).containsExactly("order DO-1");
        var other = Given.with(Given.x12(), Map.of("warehouse_orders", "document"));
        var event = Given.events(other, set).getFirst();
        assertThat(Given.told(List.of(event))).containsExactly("document DO-1");
        assertThat(event.body().get("order_number")).hasToString("PO-9");
    }

    @Test
    void aReceiptThatIsSentAgainIsCountedOnceHoweverItIsWrapped() {
        String body = "W17*F*20261124*WR-1~W07*5*EA**VN*A~W07*2*EA**VN*B~";
        var first = Given.events(Given.x12(), set("944", body));
        var again = Given.events(Given.x12(), set("944", body).replace("000000905", "000000906"));
        assertThat(first).hasSize(2).extracting(CanonicalEvent::dedupe).doesNotHaveDuplicates();
        assertThat(again)
                .extracting(CanonicalEvent::dedupe)
                .isEqualTo(first.stream().map(CanonicalEvent::dedupe).toList());
    }

    @Test
    void whatIsDamagedIsNotReceivedIntoStock() {
        String body = "W17*F*20261124*WR-1~W07*5.5*EA**VN*A~W13*2*EA*01~W13*1.25*EA*01~";
        assertThat(Shown.of(Given.events(Given.x12(), set("944", body))))
                .contains("quantity 2.25", "action damaged", "quantity 1.25");
        String all = "W17*F*20261124*WR-1~W07*5.0*EA**VN*A~W13*5*EA*01~";
        assertThat(Given.told(Given.events(Given.x12(), set("944", all))))
                .containsExactly("document WR-1");
    }

    @Test
    void aCataloguesCurrencyIsToldWhereItIsOne() {
        String mixed =
                "BCT*PC*C-1~LIN*1*VN*A~CTP**LPR*4~CUR*SE*EUR~LIN*2*VN*B~CTP**LPR*5~CUR*SE*USD~";
        assertThat(Given.events(Given.x12(), set("832", mixed)).getFirst().body().get("currency"))
                .isNull();
        String same = mixed.replace("USD", "EUR");
        assertThat(Given.events(Given.x12(), set("832", same)).getFirst().body().get("currency"))
                .hasToString("EUR");
    }

    /** A set of these segments in an interchange of its own. */
    private static String set(String type, String segments) {
        String head = Samples.X12_ORDER.substring(0, Samples.X12_ORDER.indexOf("ST*850"));
        long count = segments.chars().filter(c -> c == '~').count() + 2;
        return head
                + "ST*%s*0001~%sSE*%d*0001~GE*1*1~IEA*1*000000905~"
                        .formatted(type, segments, count);
    }
}
