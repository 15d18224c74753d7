package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.processing.document.DocumentWriter;
import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.document.Unwritable;
import dev.tidegate.processing.edifact.EdifactAdapter;
import dev.tidegate.processing.edifact.EdifactWriter;
import dev.tidegate.processing.x12.X12Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be told in X12 and EDIFACT is, and what can't is refused where it stands. */
class EdiWriterFactsTest {
    private static final int SIZE_MAX = 1_000_000;
    private static final DocumentWriter X12 = new X12Writer(100);
    private static final DocumentWriter EDIFACT = new EdifactWriter(100);

    @Test
    void countsAreCountedAndIsaHasItsWidths() {
        assertThat(written(X12, x12(Map.of())).lines())
                .containsExactly(
                        "ISA*00*          *00*          *ZZ*US             *ZZ*THEM           *261124*0930*U*00401*000000007*0*P*>~",
                        "GS*PO*US*THEM*20261124*0930*7*X*004010~",
                        "ST*850*0001~",
                        "BEG*00*SA*PO-1**20261124~",
                        "PO1*1*1.5*EA~",
                        "CTT*1~",
                        "SE*5*0001~",
                        "GE*1*7~",
                        "IEA*1*000000007~");
    }

    @Test
    void setsOfOneEnvelopeStandInOneInterchange() {
        var text = written(X12, x12(Map.of()), x12(Map.of("ST", Map.of("01", "850", "02", "2"))));
        assertThat(text.split("ISA\\*")).hasSize(2);
        assertThat(text).contains("GE*2*7~", "IEA*1*000000007~", "SE*5*2~");
    }

    @ParameterizedTest
    @CsvSource({
        "A*B, '*'",
        "A~B, ~",
        "A>B, >",
    })
    void dataThatHoldsASeparatorIsRefusedForX12CanNotQuoteIt(String number, String separator) {
        var beg = Map.of("01", "00", "02", "SA", "03", number, "05", "20261124");
        refused(() -> write(X12, x12(Map.of("BEG", beg))))
                .hasMessageContaining("BEG[1]-03 (segment 2)")
                .hasMessageContaining("\"" + separator + "\"");
    }

    @Test
    void otherSeparatorsLetItBeTold() {
        var beg = Map.of("01", "00", "02", "SA", "03", "A*B~C", "05", "20261124");
        var told = new Outgoing(x12(Map.of("BEG", beg)), Map.of("element", "|", "terminator", "!"));
        var text = new String(X12.write(List.of(told), SIZE_MAX), StandardCharsets.UTF_8);
        assertThat(text).contains("BEG|00|SA|A*B~C||20261124!");
        var same = new Outgoing(x12(Map.of()), Map.of("element", "|", "terminator", "|"));
        refused(() -> X12.write(List.of(same), SIZE_MAX)).hasMessageContaining("separators");
    }

    @Test
    void whatIsTooLongOrLacksIsRefusedAtItsElement() {
        var isa = new LinkedHashMap<>(isa());
        isa.put("06", "A sender of many words");
        refused(() -> write(X12, x12(Map.of("ISA", isa)))).hasMessageContaining("ISA[1]-06");
        var beg = Map.of("01", "00", "02", "SA", "03", "P".repeat(23), "05", "20261124");
        refused(() -> write(X12, x12(Map.of("BEG", beg))))
                .hasMessageContaining("BEG[1]-03 (segment 2)")
                .hasMessageContaining("22");
        var undated = Map.of("01", "00", "02", "SA", "03", "P");
        refused(() -> write(X12, x12(Map.of("BEG", undated))))
                .hasMessageContaining("BEG[1]-05 (segment 2)");
        var line = Map.of("PO1", Map.of("01", "1", "02", "many", "03", "EA"));
        refused(() -> write(X12, x12(Map.of("PO1_loop", List.of(line)))))
                .hasMessageContaining("PO1[1]-02 (segment 3)")
                .hasMessageContaining("no number");
    }

    @Test
    void whatWouldBeReadElsewhereIsRefused() {
        // an IT1 belongs to an invoice: in an order no loop is begun by it
        var odd = Map.of("IT1_loop", List.of(Map.of("IT1", Map.of("01", "1"))));
        refused(() -> write(X12, x12(Map.of("PO1_loop", List.of(odd)))))
                .hasMessageContaining("PO1");
        var late = new LinkedHashMap<>(edifact("UNOC", "PO-1"));
        late.put("MOA", Map.of("01", "86", "01-2", "1"));
        late.remove("UNS");
        refused(() -> write(EDIFACT, late)).hasMessageContaining("another place");
    }

    @Test
    void aMessageOfTooManySegmentsOrBytesIsRefused() {
        var lines = new ArrayList<Object>();
        for (int i = 0; i < 200; i++) {
            lines.add(Map.of("PO1", Map.of("01", "" + i, "02", "1", "03", "EA")));
        }
        refused(() -> write(X12, x12(Map.of("PO1_loop", lines)))).hasMessageContaining("100");
        var small = new Outgoing(x12(Map.of()), Map.of());
        refused(() -> X12.write(List.of(small), 50)).hasMessageContaining("50 bytes");
    }

    /** Random texts, service characters among them, come back whole. */
    @ParameterizedTest
    @ValueSource(strings = {"UNOB", "UNOC", "UNOY"})
    void everyTextOfTheRepertoireIsReleasedAndComesBack(String repertoire) {
        var random = new Random(7);
        String alphabet =
                "AZaz09 .,-()/='+:?!\"%&*;<>"
                        + (repertoire.equals("UNOB") ? "" : "äöüéÑß")
                        + (repertoire.equals("UNOY") ? "Łž漢字" : "");
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder("X");
            for (int n = random.nextInt(30); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String number = text.toString().strip();
            var bytes = write(EDIFACT, edifact(repertoire, number));
            assertThat(orderNumber(bytes)).as(number).isEqualTo(number);
        }
    }

    @ParameterizedTest
    @CsvSource({"UNOA, lower", "UNOB, Müller", "UNOC, Łódź", "UNOX, X"})
    void whatARepertoireDoesNotHaveIsRefused(String repertoire, String number) {
        refused(() -> write(EDIFACT, edifact(repertoire, number))).hasMessageContaining(repertoire);
    }

    @Test
    void numbersHaveTheDecimalMarkThatIsTold() {
        var tree = new LinkedHashMap<>(edifact("UNOC", "PO-1"));
        var qty = Map.of("01", "21", "01-2", new BigDecimal("1.50"), "01-3", "KGM");
        tree.put("LIN_loop", List.of(Map.of("LIN", Map.of("01", "1"), "QTY", qty)));
        var told = new Outgoing(tree, Map.of("decimal", ","));
        var text = new String(EDIFACT.write(List.of(told), SIZE_MAX), StandardCharsets.UTF_8);
        assertThat(text).contains("UNA:+,? '", "QTY+21:1,5:KGM'");
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable writing) {
        return assertThatThrownBy(writing).isInstanceOf(Unwritable.class);
    }

    private static String orderNumber(byte[] bytes) {
        var numbers = new ArrayList<String>();
        new EdifactAdapter(NormaliserSettings.DEFAULTS)
                .read(
                        Given.message(Given.edifact(), "application/edifact", bytes),
                        Given.edifact(),
                        reading -> {
                            var tree = ((Reading.Document) reading).tree();
                            numbers.add(((Map<?, ?>) tree.get("BGM")).get("02").toString());
                        });
        return numbers.getFirst();
    }

    private static byte[] write(DocumentWriter writer, Map<?, ?> tree) {
        return writer.write(List.of(new Outgoing(tree, Map.of())), SIZE_MAX);
    }

    private static String written(DocumentWriter writer, Map<?, ?>... trees) {
        var documents = Arrays.stream(trees).map(tree -> new Outgoing(tree, Map.of())).toList();
        return new String(writer.write(documents, SIZE_MAX), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> isa() {
        return Map.of(
                "05", "ZZ", "06", "US", "07", "ZZ", "08", "THEM", "09", "261124", "10", "0930",
                "13", "7");
    }

    private static Map<String, Object> x12(Map<String, ?> instead) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("ISA", isa());
        tree.put(
                "GS",
                Map.of(
                        "01",
                        "PO",
                        "02",
                        "US",
                        "03",
                        "THEM",
                        "04",
                        "20261124",
                        "05",
                        "0930",
                        "06",
                        "7",
                        "07",
                        "X",
                        "08",
                        "004010"));
        tree.put("ST", Map.of("01", "850", "02", "0001"));
        tree.put("BEG", Map.of("01", "00", "02", "SA", "03", "PO-1", "05", "20261124"));
        var po1 = Map.of("01", "1", "02", new BigDecimal("1.50"), "03", "EA");
        tree.put("PO1_loop", List.of(Map.of("PO1", po1)));
        tree.put("CTT_loop", List.of(Map.of("CTT", Map.of("01", "99"))));
        tree.putAll(instead);
        return tree;
    }

    private static Map<String, Object> edifact(String repertoire, String number) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put(
                "UNB",
                Map.of(
                        "01",
                        repertoire,
                        "01-2",
                        "3",
                        "02",
                        "US",
                        "03",
                        "THEM",
                        "04",
                        "261124",
                        "04-2",
                        "0930",
                        "05",
                        "7"));
        tree.put("UNH", Map.of("01", "1", "02", "ORDERS", "02-2", "D", "02-3", "01B"));
        tree.put("BGM", Map.of("01", "220", "02", number, "03", "9"));
        tree.put("DTM", Map.of("01", "137", "01-2", "20261124", "01-3", "102"));
        tree.put("LIN_loop", List.of(Map.of("LIN", Map.of("01", "1"))));
        tree.put("UNS", Map.of("01", "S"));
        return tree;
    }
}
