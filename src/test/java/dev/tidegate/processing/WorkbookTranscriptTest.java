package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.Transcript;
import dev.tidegate.processing.tabular.WorkbookTranscript;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WorkbookTranscriptTest {
    private final Transcript transcript = new WorkbookTranscript(NormaliserSettings.DEFAULTS);

    @Test
    void showsTheRowThatIsWrongAndThoseAroundIt() {
        var rows = new StringBuilder(Books.row(1, "item", "quantity"));
        for (int row = 2; row < 100; row++) {
            rows.append(Books.row(row, "SKU-" + row, "1"));
        }
        byte[] book = Books.rows(rows.toString());
        var shown = transcript.rows(book, "Orders!49-51", "Orders!B50 column \"quantity\"");
        assertThat(shown)
                .extracting(Transcript.Row::name)
                .startsWith("Orders!1", "Orders!46")
                .endsWith("Orders!56");
        assertThat(shown.stream().filter(Transcript.Row::asked))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.cells()).containsExactly("SKU-50", "1");
                            assertThat(row.column()).isEqualTo(OptionalInt.of(1));
                        });
        assertThat(transcript.rows(book, "workbook", "workbook")).hasSize(12);
    }

    @Test
    void showsWhatCanBeReadOfABrokenOneAndNothingOfAText() {
        byte[] broken =
                Books.rows(Books.row(1, "item") + Books.row(2, "SKU-1") + "<row r='3'><c <");
        assertThat(transcript.rows(broken, "workbook", "Orders!A3"))
                .extracting(Transcript.Row::name)
                .containsExactly("Orders!1", "Orders!2");
        assertThat(transcript.rows("item\nSKU-1\n".getBytes(StandardCharsets.UTF_8), "row:2", ""))
                .isEmpty();
    }
}
