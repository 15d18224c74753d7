package dev.tidegate.console.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawTextTest {
    private static final String ISA =
            "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260101*0000*U*00401*000000001*0*P*>~";

    private static RawText show(String text, String place) {
        return RawText.of(text.getBytes(StandardCharsets.UTF_8), "000000001/7/0001", place);
    }

    private static String marked(RawText raw) {
        return raw.lines().stream().filter(RawText.Line::at).findFirst().orElseThrow().text();
    }

    @Test
    void indentsJsonAndKeepsNumbersAsWritten() {
        var raw = show("{\"a\":[1.10,2],\"b\":{}}", "");
        assertThat(raw.form()).isEqualTo("JSON");
        assertThat(raw.lines())
                .extracting(RawText.Line::text)
                .containsExactly(
                        "{", "  \"a\": [", "    1.10,", "    2", "  ],", "  \"b\": {}", "}");
    }

    @Test
    void marksThePlaceOfAPointerOrTheNearestThingAboveIt() {
        var text = "{\"lines\":[{\"item\":\"A\",\"quantity\":\"x\"}]}";
        assertThat(marked(show(text, "/lines/0/quantity"))).contains("\"quantity\": \"x\"");
        assertThat(marked(show(text, "/lines/0/unit"))).isEqualTo("    {");
    }

    @Test
    void marksTheLineWhereATextStoppedBeingJson() {
        assertThat(marked(show("{\"a\": 1,\n\"b\": }", "/b (line 2 column 6)")))
                .isEqualTo("\"b\": }");
    }

    @Test
    void putsEachX12SegmentOnItsLineAndMarksTheElement() {
        var raw =
                show(
                        "\uFEFF" + ISA + "GS*PO*A*B*1*1*7~ST*850*0001~PO1*1*12x*EA~",
                        "PO1[1]-02 (segment 2)");
        assertThat(raw.form()).isEqualTo("X12");
        assertThat(raw.lines()).hasSize(4);
        assertThat(marked(raw)).isEqualTo("PO1*1*12x*EA~");
        assertThat(raw.lines().getLast().wrong()).isEqualTo("12x");
    }

    @Test
    void putsEachEdifactSegmentOnItsLineAndMarksTheElement() {
        String message =
                "UNA:+.? 'UNB+UNOA:3+A+B+261124:1000+7'UNH+0001+ORDERS:D:96A:UN'BGM+220+it?'s 1??'LIN+1'"
                        + "QTY+21:x?+y:PCE+z'UNT+5+0001'UNZ+1+7'";
        var raw =
                RawText.of(
                        message.getBytes(StandardCharsets.UTF_8),
                        "7/0001",
                        "QTY[1]-01-2 (segment 4)");
        assertThat(raw.form()).isEqualTo("EDIFACT");
        assertThat(raw.lines()).hasSize(8);
        assertThat(marked(raw)).isEqualTo("QTY+21:x?+y:PCE+z'");
    }

    @Test
    void marksARowOfCsv() {
        assertThat(marked(show("item,quantity\nA,1\nB,x\n", "row:3 column \"quantity\"")))
                .isEqualTo("B,x");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "item,quantity,unit\\nA,six,EA -> six",
                "item;quantity\\n\"A;B\";six -> six",
                "\"item\"|\"quantity\"\\n\"A \"\"|\"\"\"|\"six\" -> \"six\"",
                "item,quantity\\nA, -> A,", // nothing stands there: the row
                "item,pieces\\nA,six -> A,six", // no such column: the row
            })
    void marksTheFieldOfARowOfCsv(String text, String wrong) {
        var raw = show(text.replace("\\n", "\n"), "row:2 column \"quantity\"");
        assertThat(raw.lines().getLast().wrong()).isEqualTo(wrong);
    }

    @Test
    void showsWhatHidesOrTurnsTextAround() {
        assertThat(show("a\u202Eb\u0007", "").lines().getFirst().text())
                .isEqualTo("a\u25ccb\u2407");
    }

    @Test
    void keepsTheMarkedLineInViewOfALongText() {
        var raw = show("x\n".repeat(5_000), "row:4000");
        assertThat(raw.cut()).isTrue();
        assertThat(raw.lines()).hasSizeLessThanOrEqualTo(RawText.SHOWN_LINES_MAX);
        assertThat(raw.lines())
                .filteredOn(RawText.Line::at)
                .extracting(RawText.Line::number)
                .containsExactly(4_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverFailsWhateverTheBytes(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var bytes = new byte[random.nextInt(RawText.SHOWN_BYTES_MAX / 16)];
            random.nextBytes(bytes);
            var raw = RawText.of(bytes, "", "/a/0");
            assertThat(raw.lines()).hasSizeLessThanOrEqualTo(RawText.SHOWN_LINES_MAX);
        }
    }
}
