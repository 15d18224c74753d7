package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.BodyJson;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.Adapter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/** A workbook gives the mapping the rows that an export of it to CSV would. */
class WorkbookFactsTest {
    private static final String[] HEADER = {
        "movement_id", "kind", "item", "location", "quantity", "unit", "occurred_at"
    };
    private static final SourceDefinition SOURCE = Given.table(Adapter.XLSX, Map.of());

    @Test
    void givesWhatTheSameRowsGiveAsCsv() throws IOException {
        String csv =
                """
                Order Number,Kind,Version,Ordered At,Line,Item,Quantity,Unit,Unit Price,Location
                SO-1,sales,1,2026-11-24T09:30:00,1,4012345678901,2,EA,9.95,DC1
                SO-1,sales,1,2026-11-24T09:30:00,2,SKU-2,0.5,EA,5,DC1
                SO-2,sales,1,2026-11-24T09:30:00,1,SKU-1,4,EA,,DC1
                """;
        var events = Given.events(SOURCE, anothersWorkbook());
        assertThat(bodies(events)).isEqualTo(bodies(Given.events(Given.csv(), csv)));
        assertThat(events)
                .extracting(CanonicalEvent::ref)
                .containsExactly("'New orders'!2-3", "'New orders'!4");
    }

    /** Written by a program that isn't ours, with numbers, dates and shared strings. */
    private static byte[] anothersWorkbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Another", "1.0")) {
            var sheet = book.newWorksheet("New orders");
            var header =
                    "Order Number,Kind,Version,Ordered At,Line,Item,Quantity,Unit,Unit Price,Location"
                            .split(",");
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            var told = LocalDateTime.of(2026, 11, 24, 9, 30);
            Object[][] rows = {
                {"SO-1", "sales", 1, told, 1, 4012345678901L, 2, "EA", 9.95, "DC1"},
                {"SO-1", "sales", 1, told, 2, "SKU-2", 0.5, "EA", 5, "DC1"},
                {"SO-2", "sales", 1, told, 1, "SKU-1", 4, "EA", null, "DC1"}
            };
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < header.length; column++) {
                    put(sheet, row + 1, column, rows[row][column]);
                }
                sheet.style(row + 1, 3).format("dd.mm.yyyy hh:mm").set();
            }
        }
        return bytes.toByteArray();
    }

    private static void put(
            org.dhatim.fastexcel.Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case String text -> sheet.value(row, column, text);
            case Number number -> sheet.value(row, column, number);
            case LocalDateTime time -> sheet.value(row, column, time);
            case null, default -> {}
        }
    }

    @Test
    void readsWhateverTheFileIsCalled() {
        byte[] book = Books.rows(Books.row(1, HEADER) + movement(2, "5"));
        byte[] csv =
                (String.join(",", HEADER) + "\nMV-2,receipt,SKU-1,DC1,5,EA,2026-11-24T08:00:00Z\n")
                        .getBytes(StandardCharsets.UTF_8);
        for (Adapter adapter : List.of(Adapter.CSV, Adapter.TSV, Adapter.XLSX)) {
            var source = Given.table(adapter, Map.of());
            assertThat(Given.told(Given.events(source, book)))
                    .containsExactly("stock_movement MV-2");
        }
        assertThat(bodies(Given.events(SOURCE, csv))).isEqualTo(bodies(Given.events(SOURCE, book)));
    }

    @Test
    void namesTheCellThatIsWrong() {
        byte[] book =
                Books.rows(
                        Books.row(1, HEADER)
                                + movement(2, "5")
                                + movement(17, "five")
                                + movement(18, "<c r='E18' t='e'><f>1/0</f><v>#DIV/0!</v></c>")
                                + movement(19, "<c r='E19'><f>A1+1</f></c>")
                                + movement(20, "<c r='E20'><v>1234567890123456</v></c>"));
        assertThat(Given.told(Given.events(SOURCE, book)))
                .containsExactly(
                        "stock_movement MV-2",
                        "dead not_a_decimal at Orders!E17 column \"quantity\"",
                        "dead cell_error at Orders!E18",
                        "dead formula_without_value at Orders!E19",
                        "dead number_too_long at Orders!E20");
    }

    @Test
    void readsEveryKindOfCell() {
        String styles =
                """
                <styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>
                 <numFmts><numFmt numFmtId='164' formatCode='[Red]dd\\.mm\\.yyyy'/>
                  <numFmt numFmtId='165' formatCode='"day" 0.00'/></numFmts>
                 <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>
                 <cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/></cellXfs>
                </styleSheet>
                """;
        String strings =
                """
                <sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>
                 <si><t>DC1</t></si>
                 <si><r><t>SKU</t></r><r><t xml:space="preserve">-1</t></r><rPh><t>sku</t></rPh></si>
                 <si><t>a_x000A_b</t></si></sst>
                """;
        String row =
                "<row r='2'><c r='A2' t='str'><f>X</f><v>MV-1</v></c>"
                        + "<c r='B2' t='inlineStr'><is><r><t>adjust</t></r><r><t>ment</t></r></is></c>"
                        + "<c r='C2' t='s'><v>1</v></c><c r='D2' t='s'><v>0</v></c>"
                        + "<c r='E2' s='2'><v>9.9499999999999993</v></c>"
                        + "<c r='G2' s='1'><v>46350.333333333336</v></c>"
                        + "<c r='H2' t='s'><v>2</v></c></row>";
        String header = Books.row(1, (String.join(",", HEADER) + ",reason").split(","));
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("xl/worksheets/sheet1.xml", utf8(Books.sheet(header + row)));
        parts.put("xl/sharedStrings.xml", utf8(strings));
        parts.put("xl/styles.xml", utf8(styles));
        for (var told :
                Map.of(
                                "",
                                "2026-11-24T08:00:00Z",
                                "<workbookPr date1904='1'/>",
                                "2030-11-25T08:00:00Z")
                        .entrySet()) {
            byte[] book =
                    Books.zip(Books.with(parts, "<sheet name='Orders' r:id='s1'/>", told.getKey()));
            var body = BodyJson.of(Given.events(SOURCE, book).getFirst().body());
            assertThat(body)
                    .contains("\"number\":\"MV-1\"", "\"kind\":\"adjustment\"", "\"9.95\"")
                    .contains(
                            "\"item\":\"SKU-1\"", "\"location\":\"DC1\"", "a\\nb", told.getValue());
        }
    }

    @Test
    void knowsTheDayThatNeverWas() {
        String header = Books.row(1, HEADER);
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "xl/styles.xml",
                utf8("<styleSheet><cellXfs><xf/><xf numFmtId='14'/></cellXfs></styleSheet>"));
        String rows = "";
        for (int row = 2; row < 5; row++) {
            rows +=
                    movement(row, "1")
                            .replaceFirst(
                                    "<c r='G.*</c>",
                                    "<c r='G%d' s='1'><v>%d</v></c>".formatted(row, 57 + row));
        }
        parts.put("xl/worksheets/sheet1.xml", utf8(Books.sheet(header + rows)));
        var events =
                Given.events(
                        SOURCE,
                        Books.zip(Books.with(parts, "<sheet name='Orders' r:id='s1'/>", "")));
        assertThat(BodyJson.of(events.get(0).body())).contains("1900-02-28T00:00:00Z");
        assertThat(Given.told(events).get(1)).isEqualTo("dead not_a_date at Orders!G3");
        assertThat(BodyJson.of(events.get(2).body())).contains("1900-03-01T00:00:00Z");
    }

    @Test
    void readsTheSheetsThatAreShownOrThoseNamed() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "xl/worksheets/sheet1.xml",
                utf8(Books.sheet(Books.row(1, HEADER) + movement(2, "1"))));
        parts.put(
                "xl/worksheets/sheet2.xml",
                utf8(Books.sheet(Books.row(1, HEADER) + movement(3, "1"))));
        String sheets = "<sheet name='Chart' r:id='s3'/><sheet name='One' r:id='s1'/>";
        byte[] both = Books.zip(Books.with(parts, sheets + "<sheet name='Two' r:id='s2'/>", ""));
        assertThat(Given.told(Given.events(SOURCE, both)))
                .containsExactly("stock_movement MV-2", "stock_movement MV-3");
        byte[] hidden =
                Books.zip(
                        Books.with(
                                parts,
                                sheets + "<sheet name='Two' r:id='s2' state='hidden'/>",
                                ""));
        assertThat(Given.told(Given.events(SOURCE, hidden))).containsExactly("stock_movement MV-2");
        var named = Given.table(Adapter.XLSX, Map.of("sheets", "two"));
        assertThat(Given.told(Given.events(named, hidden))).containsExactly("stock_movement MV-3");
        var gone = Given.table(Adapter.XLSX, Map.of("sheets", "Three"));
        assertThat(Given.told(Given.events(gone, hidden)))
                .containsExactly("dead missing_sheet at workbook");
    }

    @Test
    void writesNumbersWithTheDecimalMarkOfTheSource() {
        var german = Given.table(Adapter.XLSX, Map.of("decimal_mark", ","));
        byte[] book =
                Books.rows(
                        Books.row(1, HEADER)
                                + movement(2, "<c r='E2'><v>1234.5</v></c>")
                                + movement(3, "1.234,5"));
        assertThat(Given.events(german, book))
                .allSatisfy(event -> assertThat(BodyJson.of(event.body())).contains("\"1234.5\""));
    }

    private static String movement(int row, String quantity) {
        return Books.row(
                row,
                "MV-" + row,
                "receipt",
                "SKU-1",
                "DC1",
                quantity,
                "EA",
                "2026-11-24T08:00:00Z");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> bodies(List<CanonicalEvent> events) {
        return events.stream().map(event -> event.key() + BodyJson.of(event.body())).toList();
    }
}
