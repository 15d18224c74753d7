package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalCodec;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.governance.source.SourceDefinition;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes, every message has its entries, each can be sent on, and nothing is thrown. */
class HostileInputTest {
    private final Normaliser normaliser = new Normaliser(NormaliserSettings.DEFAULTS);
    private final CanonicalCodec codec = new CanonicalCodec();

    @Test
    void survivesNestingWithoutEnd() {
        assertThat(codes(Given.json(), "[".repeat(100_000))).containsExactly("limit_exceeded");
        assertThat(codes(Given.json(), "{\"a\":".repeat(100_000)))
                .containsExactly("limit_exceeded");
    }

    @Test
    void survivesNumbersWithoutEnd() {
        assertThat(codes(Given.json(), movement("1e999999999")))
                .containsExactly("number_out_of_range");
        assertThat(codes(Given.json(), movement("1e-999999999")))
                .containsExactly("number_out_of_range");
        assertThat(codes(Given.json(), movement("9".repeat(5_000))))
                .containsExactly("limit_exceeded");
        assertThat(codes(Given.json(), movement("\"1e99\"")))
                .containsExactly("number_out_of_range");
        assertThat(codes(Given.json(), movement("\"1e999999999\"")))
                .containsExactly("not_a_decimal");
        assertThat(codes(Given.json(), movement("999999999999"))).containsExactly("stock_movement");
        assertThat(codes(Given.json(), movement("1000000000000")))
                .containsExactly("number_out_of_range");
        assertThat(codes(Given.json(), movement("NaN"))).containsExactly("malformed_json");
    }

    @Test
    void tellsBrokenJsonByWhatIsBroken() {
        assertThat(codes(Given.json(), "")).containsExactly("empty_message");
        assertThat(codes(Given.json(), " \n\t")).containsExactly("empty_message");
        assertThat(codes(Given.json(), "{\"a\":-1e2147483648}"))
                .containsExactly("number_out_of_range");
        assertThat(codes(Given.json(), "[]")).containsExactly("empty_message");
        assertThat(codes(Given.json(), "{\"a\":1,\"a\":2}")).containsExactly("duplicate_key");
        assertThat(codes(Given.json(), "{\"a\":1} {\"a\":2}")).containsExactly("malformed_json");
        assertThat(codes(Given.json(), "{\"a\":\"\u0000\"}")).containsExactly("malformed_json");
        assertThat(codes(Given.json(), "{\"a\"")).containsExactly("malformed_json");
        assertThat(codes(Given.json(), "null")).containsExactly("not_an_object");
        assertThat(codes(Given.json(), "[1,{\"type\":\"order\"}]"))
                .containsExactly("not_an_object", "missing_field");
        assertThat(codes(Given.json(), new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"'}))
                .containsExactly("invalid_utf8");
        assertThat(
                        codes(
                                Given.json(),
                                new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80}))
                .containsExactly("invalid_utf8");
        assertThat(codes(Given.json(), "\uFEFF" + movement("1"))).containsExactly("stock_movement");
        assertThat(codes(Given.json(), "PK\u0003\u0004...")).containsExactly("not_text");
    }

    @Test
    void readsEachLineForItself() {
        String lines = movement("1") + "\n\n{\"type\":\n" + movement("2").replace("MV-1", "MV-2");
        var message =
                Given.message(
                        Given.json(),
                        "application/x-ndjson",
                        lines.getBytes(StandardCharsets.UTF_8),
                        new byte[0],
                        10);
        var events = normaliser.normalise(message, Given.json());
        assertThat(events)
                .extracting(CanonicalEvent::ref)
                .containsExactly("line:11", "line:13", "line:14");
        assertThat(events)
                .extracting(HostileInputTest::code)
                .containsExactly("stock_movement", "malformed_json", "stock_movement");
    }

    @Test
    void aBadLineSentAgainByItselfIsTheSameBadDocument() {
        byte[] bad = "{\"type\":\"teapot\"}".getBytes(StandardCharsets.UTF_8);
        var asLine = Given.message(Given.json(), "application/x-ndjson", bad, new byte[0], 0);
        var alone = Given.message(Given.json(), "application/json", bad, new byte[0], 0);

        var line = normaliser.normalise(asLine, Given.json()).getFirst();
        var document = normaliser.normalise(alone, Given.json()).getFirst();

        assertThat(line.type()).isEqualTo(EventType.DEAD_LETTER);
        assertThat(line.ref()).isEqualTo(document.ref());
        assertThat(line.dedupe()).isEqualTo(document.dedupe());
    }

    @Test
    void survivesARowOfAMillionColumns() {
        String header = "movement_id,kind,item,location,quantity,occurred_at\n";
        String good = "MV-1,receipt,SKU-1,DC1,1,2026-11-24\n";
        assertThat(codes(Given.csv(), header + ",".repeat(1_000_000) + "\n" + good))
                .containsExactly("stock_movement"); // blank: no row
        assertThat(codes(Given.csv(), header + "x,".repeat(1_000_000) + "\n" + good))
                .containsExactly("column_count_mismatch", "stock_movement");
        assertThat(codes(Given.csv(), "x,".repeat(1_000_000) + "\n1\n2\n"))
                .containsExactly("too_many_columns", "too_many_columns");
    }

    @Test
    void refusesAMessageOfTooManyEntriesWhole() {
        assertThat(codes(Given.json(), "[" + "{},".repeat(300_000) + "{}]"))
                .containsExactly("too_many_entries");
        assertThat(codes(Given.csv(), "a,b\n" + "1,2\n".repeat(300_000)))
                .containsExactly("too_many_entries");
    }

    @Test
    void survivesHierarchiesMadeToExplode() {
        var set = new StringBuilder("ST*856*0001~BSN*00*A*20261124*0900~");
        for (int i = 1; i <= 50_000; i++) {
            set.append("HL*%d*%d*%s~".formatted(i, i - 1, i % 2 == 0 ? "A" : "B"));
        }
        set.append("LIN**BP*X~SN1**x*EA~SE*50005*0001~");
        assertThat(codes(Given.x12(), envelope(set.toString()))).containsExactly("not_a_decimal");
    }

    @Test
    void survivesSegmentsWithoutEnd() {
        assertThat(
                        codes(
                                Given.x12(),
                                envelope("ST*850*1~" + "A~".repeat(300_000) + "SE*300002*1~")))
                .containsExactly("limit_exceeded");
        assertThat(codes(Given.x12(), "ISA*".repeat(500_000))).containsExactly("too_many_entries");
        assertThat(codes(Given.x12(), "*".repeat(5_000_000))).containsExactly("malformed_envelope");
    }

    @Test
    void survivesEdifactWithoutEnd() {
        String unh = "UNB+UNOA:3+A+B+261124:0930+1'UNH+1+ORDERS:D:96A:UN'";
        assertThat(codes(Given.edifact(), unh + "A'".repeat(300_000) + "UNT+300002+1'UNZ+1+1'"))
                .containsExactly("limit_exceeded");
        assertThat(codes(Given.edifact(), "UNA:+.? 'UNB+".repeat(300_000)))
                .allMatch(code -> !code.equals("processing_fault"));
        assertThat(codes(Given.edifact(), "UNA".repeat(1_000_000)))
                .containsExactly("malformed_envelope");
        assertThat(codes(Given.edifact(), "?".repeat(5_000_000)))
                .containsExactly("malformed_envelope");
        assertThat(codes(Given.edifact(), unh + "BGM+" + "?".repeat(5_000_000) + "'"))
                .containsExactly("truncated_set");
        assertThat(
                        codes(
                                Given.edifact(),
                                unh + "BGM+" + ":+".repeat(2_000_000) + "'UNT+3+1'UNZ+1+1'"))
                .containsExactly("missing_element");
        var packages =
                new StringBuilder(
                        "UNB+UNOA:3+A+B+261124:0930+1'UNH+1+DESADV:D:96A:UN'BGM+351+D-1'");
        for (int i = 1; i <= 50_000; i++) {
            packages.append("CPS+%d+%d+%d'".formatted(i, i - 1, i % 3));
        }
        packages.append("LIN+1++X:SA'QTY+12:x'UNT+50005+1'UNZ+1+1'");
        assertThat(codes(Given.edifact(), packages.toString())).containsExactly("not_a_decimal");
    }

    @Test
    void hasEntriesForAnEdifactFileCutAtAnyByte() {
        byte[] whole = Samples.EDIFACT_ORDER.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= whole.length; length++) {
            assertThat(codes(Given.edifact(), Arrays.copyOf(whole, length))).isNotEmpty();
        }
        assertThat(codes(Given.edifact(), whole)).containsExactly("order");
    }

    @Test
    void hasEntriesForAnX12FileCutAtAnyByte() {
        byte[] whole = Samples.X12_ORDER.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= whole.length; length++) {
            assertThat(codes(Given.x12(), Arrays.copyOf(whole, length))).isNotEmpty();
        }
        assertThat(codes(Given.x12(), whole)).containsExactly("order");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void hasEntriesForWhateverIsFlipped(long seed) {
        var random = new Random(seed);
        byte[][] texts = {
            Samples.JSON_ORDER.getBytes(StandardCharsets.UTF_8),
            Samples.csvMovements(5).getBytes(StandardCharsets.UTF_8),
            Samples.X12_ORDER.getBytes(StandardCharsets.UTF_8),
            Samples.EDIFACT_ORDER.getBytes(StandardCharsets.UTF_8)
        };
        SourceDefinition[] sources = {Given.json(), Given.csv(), Given.x12(), Given.edifact()};
        for (int i = 0; i < 800; i++) {
            int which = i % texts.length;
            byte[] bytes = texts[which].clone();
            for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertThat(codes(sources[which], bytes)).isNotEmpty();
        }
    }

    @Test
    void countsABadFileSentAgainAsTheSame() {
        var first = Given.events(Given.x12(), "no interchange").getFirst();
        var again = Given.events(Given.x12(), "no interchange").getFirst();
        assertThat(again.dedupe()).isEqualTo(first.dedupe());
        assertThat(again.content()).isEqualTo(first.content());
        assertThat(Given.events(Given.x12(), "another").getFirst().dedupe())
                .isNotEqualTo(first.dedupe());
    }

    private List<String> codes(SourceDefinition source, String text) {
        return codes(source, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> codes(SourceDefinition source, byte[] bytes) {
        var events =
                normaliser.normalise(
                        Given.message(source, "application/octet-stream", bytes), source);
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).id().index()).isEqualTo(i);
            assertThat(events.get(i).entries()).isEqualTo(events.size());
            assertThat(codec.decode(codec.encode(events.get(i))).key())
                    .isEqualTo(events.get(i).key());
        }
        assertThat(events).extracting(HostileInputTest::code).doesNotContain("processing_fault");
        return events.stream().map(HostileInputTest::code).toList();
    }

    private static String code(CanonicalEvent event) {
        return switch (event.type()) {
            case DEAD_LETTER -> event.body().get("code").toString();
            default -> event.type().label();
        };
    }

    private static String movement(String quantity) {
        return Samples.JSON_MOVEMENT.replace("\"100\"", quantity).replace("\n", "");
    }

    private static String envelope(String set) {
        return "ISA*00*          *00*          *ZZ*A              *ZZ*B              *261124*0930*U*00401*000000001*0*P*>~"
                + "GS*PO*A*B*20261124*0930*1*X*004010~"
                + set
                + "GE*1*1~IEA*1*000000001~";
    }
}
