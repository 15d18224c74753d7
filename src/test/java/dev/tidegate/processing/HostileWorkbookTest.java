package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.governance.source.SourceDefinition.Adapter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is packed into a workbook, it is refused by a named limit and where it stands. */
class HostileWorkbookTest {
    private static final String ROW = Books.row(1, "movement_id", "kind");

    @Test
    void stopsUnpackingABomb() {
        String rows = ROW + "<row r='2'/>" + ("<x>" + " ".repeat(1_000_000) + "</x>").repeat(135);
        byte[] bomb = Books.rows(rows);
        assertThat(bomb.length).isLessThan(1_000_000);
        assertThat(told(bomb)).containsExactly("dead limit_exceeded at Orders!A2");
        assertThat(reason(bomb)).contains("134217728 bytes");
    }

    @Test
    void refusesATagThatAParserWouldHaveToKeepWhole() {
        for (String endless :
                List.of(
                        "<row r='2' x='" + "y".repeat(2_000_000) + "'/>",
                        "<row r='2'/><!--" + "<y ".repeat(1_000_000) + "-->",
                        "<row r='2'/><!-- ]]>" + "<y ".repeat(1_000_000) + "-->",
                        "<row r='2'><c r='A2'><v>" + "9".repeat(2_000_000) + "</v></c></row>")) {
            assertThat(told(Books.rows(ROW + endless)).getFirst())
                    .startsWith("dead limit_exceeded at Orders!");
        }
        assertThat(told(Books.rows(ROW + "<a>".repeat(1_000_000))))
                .containsExactly("dead malformed_workbook at Orders!B1");
    }

    @Test
    void refusesSheetsWithoutEnd() {
        var wide = new StringBuilder("<row r='1'>");
        wide.append("<c r='A1'><v>1</v></c><c r='GAA1'><v>1</v></c></row>");
        assertThat(told(Books.rows(wide.toString())))
                .containsExactly("dead limit_exceeded at Orders!GAA1");
        var tall = new StringBuilder(ROW);
        for (int row = 2; row < 1_000; row++) {
            tall.append("<row r='%d'><c r='EZZ%d'><v>1</v></c></row>".formatted(row, row));
        }
        assertThat(told(Books.rows(tall.toString())).getFirst())
                .startsWith("dead limit_exceeded at Orders!EZZ");
        assertThat(told(Books.rows("<row r='9'><c r='ZZZZZZ9'><v>1</v></c></row>")))
                .containsExactly("dead malformed_workbook at Orders!A9");
        assertThat(told(Books.rows(Books.row(2, "a") + Books.row(2, "b"))))
                .containsExactly("dead malformed_workbook at Orders!A2");
        assertThat(told(Books.rows(Books.row(1_048_577, "a"))))
                .containsExactly("dead malformed_workbook at Orders");
    }

    @Test
    void readsNoEntityFileOrAddress(@TempDir Path folder) throws Exception {
        var secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        for (String declared :
                List.of(
                        "<!ENTITY e SYSTEM '" + secret.toUri() + "'>",
                        "<!ENTITY e 'ha'>",
                        "<!ENTITY % p SYSTEM '" + secret.toUri() + "'>%p;")) {
            String sheet = "<!DOCTYPE x [" + declared + "]>" + Books.sheet(Books.row(1, "&e;"));
            byte[] book = Books.of(sheet.getBytes(StandardCharsets.UTF_8));
            assertThat(told(book)).containsExactly("dead forbidden_markup at Orders");
            assertThat(reason(book)).doesNotContain("SECRET");
        }
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "xl/_rels/workbook.xml.rels",
                ("<Relationships><Relationship Type='x/worksheet' Id='s1' TargetMode='External'"
                                + " Target='"
                                + secret.toUri()
                                + "'/></Relationships>")
                        .getBytes(StandardCharsets.UTF_8));
        byte[] outside = Books.zip(Books.with(parts, "<sheet name='Orders' r:id='s1'/>", ""));
        assertThat(told(outside)).containsExactly("dead empty_message at byte 0");
    }

    @Test
    void refusesAPartOfAnotherSizeThanIsTold() {
        byte[] book = Books.rows(ROW + Books.row(2, "MV-1", "receipt"));
        for (int told : new int[] {10, 1_000_000}) {
            byte[] lying = book.clone();
            int at = directoryEntry(lying, "xl/worksheets/sheet1.xml");
            ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 24, told);
            assertThat(told(lying).getFirst()).startsWith("dead malformed_workbook at Orders");
            assertThat(reason(lying)).contains("than the " + told + " it tells");
        }
    }

    private static int directoryEntry(byte[] zip, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        for (int i = zip.length - 46 - wanted.length; i > 0; i--) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                if (Arrays.equals(zip, i + 46, i + 46 + wanted.length, wanted, 0, wanted.length)) {
                    return i;
                }
            }
        }
        throw new IllegalArgumentException(name);
    }

    @Test
    void appliesNothingOfAWorkbookThatIsBrokenAtItsEnd() {
        String header =
                Books.row(1, "movement_id,kind,item,location,quantity,occurred_at".split(","));
        String good = Books.row(2, "MV-1", "receipt", "SKU-1", "DC1", "1", "2026-11-24T08:00:00Z");
        assertThat(told(Books.rows(header + good))).containsExactly("stock_movement MV-1");
        assertThat(told(Books.rows(header + good + "<row r='3'><c r='A3' <")))
                .containsExactly("dead malformed_workbook at Orders!A3");
    }

    @Test
    void namesWhatIsNoWorkbook() {
        var old = new byte[600];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);
        assertThat(told(old)).containsExactly("dead unsupported_type at byte 0");
        assertThat(reason(old)).contains("old Office document (.xls)");
        for (String part :
                List.of("xl/workbook.bin", "content.xml", "word/document.xml", "a.txt")) {
            byte[] other = Books.zip(Map.of(part, new byte[] {'x'}));
            assertThat(told(other)).containsExactly("dead unsupported_type at byte 0");
        }
    }

    @Test
    void survivesAnyChangeOfAnyByte() {
        byte[] book = Books.rows(ROW + Books.row(2, "MV-1", "receipt"));
        var random = new Random(36);
        for (int i = 0; i < 3_000; i++) {
            byte[] changed = book.clone();
            for (int change = 0; change <= i % 4; change++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            assertThat(told(changed)).isNotEmpty().noneMatch(told -> told.contains("fault"));
        }
    }

    private static List<String> told(byte[] bytes) {
        return Given.told(Given.events(Given.table(Adapter.XLSX, Map.of()), bytes));
    }

    private static String reason(byte[] bytes) {
        var events = Given.events(Given.table(Adapter.XLSX, Map.of()), bytes);
        return events.getFirst().body().get("reason").toString();
    }
}
