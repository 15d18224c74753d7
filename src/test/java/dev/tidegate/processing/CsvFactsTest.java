package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.governance.source.SourceDefinition.Adapter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class CsvFactsTest {
    private static final String MOVEMENTS =
            """
            movement_id,kind,item,location,quantity,unit,occurred_at
            MV-1,receipt,SKU-1,DC1,10,EA,2026-11-24T08:00:00Z
            MV-2,issue,SKU-1,DC1,abc,EA,2026-11-24T08:00:00Z
            MV-3,issue,SKU-1,DC1,3,EA,2026-11-24T08:00:00Z
            """;

    private static final String ORDERS =
            """
            Order Number;Kind;Version;Ordered At;Line;Item;Quantity;Unit;Unit Price;Location
            SO-1;sales;1;2026-11-24;1;SKU-1;2;EA;9.95;DC1
            SO-1;sales;1;2026-11-24;2;SKU-2;1;EA;5;DC1
            SO-2;sales;1;2026-11-24;1;SKU-1;4;EA;;DC1
            """;

    @Test
    void givesEachRowAnEntryByItsRow() {
        var events = csv(MOVEMENTS);
        assertThat(Given.told(events))
                .containsExactly(
                        "stock_movement MV-1",
                        "dead not_a_decimal at row:3 column \"quantity\"",
                        "stock_movement MV-3");
        assertThat(events)
                .extracting(CanonicalEvent::ref)
                .containsExactly("row:2", "row:3", "row:4");
        assertThat(events).extracting(CanonicalEvent::entries).containsOnly(3);
    }

    @Test
    void makesOneOrderOfItsConsecutiveRows() {
        var events = csv(ORDERS);
        assertThat(Given.told(events)).containsExactly("order SO-1", "order SO-2");
        assertThat(events).extracting(CanonicalEvent::ref).containsExactly("row:2-3", "row:4");
        var second = (GenericRecord) ((List<?>) events.getFirst().body().get("lines")).get(1);
        assertThat(second.get("item")).isEqualTo("SKU-2");
    }

    @Test
    void namesTheRowOfABadLine() {
        assertThat(Given.told(csv(ORDERS.replace("SKU-2;1;", "SKU-2;one;"))))
                .containsExactly("dead not_a_decimal at row:3 column \"Quantity\"", "order SO-2");
        assertThat(Given.told(csv(ORDERS.replace(";SKU-2;", ";;"))))
                .containsExactly("dead missing_field at row:3 column \"Item\"", "order SO-2");
    }

    @Test
    void goesOnCountingInAChunk() {
        var chunk =
                Given.message(
                        Given.csv(),
                        "text/csv",
                        "MV-9,receipt,SKU-1,DC1,10,EA,2026-11-24T08:00:00Z\n"
                                .getBytes(StandardCharsets.UTF_8),
                        "movement_id,kind,item,location,quantity,unit,occurred_at\n"
                                .getBytes(StandardCharsets.UTF_8),
                        40_000);
        var event = Given.events(chunk, Given.csv()).getFirst();
        assertThat(event.ref()).isEqualTo("row:40001");
        assertThat(event.key()).isEqualTo("MV-9");
    }

    @Test
    void readsWhateverDelimiterMarkAndLineEndThereIs() {
        for (String delimiter : List.of(";", "\t", "|")) {
            String text = MOVEMENTS.replace(",", delimiter).replace("\n", "\r\n");
            assertThat(csv("\uFEFF" + text)).isEqualTo(csv(MOVEMENTS));
        }
        byte[] utf16 =
                ("\uFEFF" + MOVEMENTS.replace(",", "\t")).getBytes(StandardCharsets.UTF_16LE);
        assertThat(Given.told(Given.events(Given.csv(), utf16)))
                .isEqualTo(Given.told(csv(MOVEMENTS)));
    }

    @Test
    void readsQuotedFieldsWithLineBreaks() {
        String text =
                """
                movement_id,kind,item,location,quantity,occurred_at,reason
                MV-1,adjustment,SKU-1,DC1,-1,2026-11-24 08:00,"fell
                ""hard""\"

                MV-2,adjustment,SKU-1,DC1,1,2026-11-24 08:00,found
                """;
        var events = csv(text);
        assertThat(events.getFirst().body().get("reason")).isEqualTo("fell\n\"hard\"");
        assertThat(events).extracting(CanonicalEvent::ref).containsExactly("row:2", "row:4");
    }

    @Test
    void losesNoRowToAQuoteThatNothingCloses() {
        var events = csv(MOVEMENTS.replace("MV-2,issue", "MV-2,\"issue"));
        assertThat(Given.told(events))
                .containsExactly(
                        "stock_movement MV-1",
                        "dead unclosed_quote at row:3",
                        "stock_movement MV-3");
    }

    @Test
    void tellsTheRowAndColumnOfABadByte() {
        byte[] bytes =
                MOVEMENTS.replace("abc", "5 \u00e9").getBytes(Charset.forName("windows-1252"));
        assertThat(Given.told(Given.events(Given.csv(), bytes)))
                .containsExactly(
                        "stock_movement MV-1",
                        "dead invalid_utf8 at row:3 column \"quantity\"",
                        "stock_movement MV-3");
    }

    @Test
    void refusesARowOfAnotherWidthAlone() {
        assertThat(Given.told(csv(MOVEMENTS.replace("abc,EA", "1,EA,extra"))))
                .containsExactly(
                        "stock_movement MV-1",
                        "dead column_count_mismatch at row:3",
                        "stock_movement MV-3");
    }

    @Test
    void tellsDriftRowByRow() {
        var unknown =
                csv("WeekStarting,Store,Brand\n1990-06-14,2,dominicks\n1990-06-21,2,dominicks\n");
        assertThat(Given.told(unknown))
                .containsExactly(
                        "dead unrecognised_columns at row:2", "dead unrecognised_columns at row:3");
        var renamed = csv(MOVEMENTS.replace("item,location", "article,location"));
        assertThat(renamed.getFirst().body().get("reason").toString()).contains(": item.");
        assertThat(renamed.getFirst().body().get("class")).isEqualTo("schema_drift");
    }

    @Test
    void losesNoRowOfAFileWithoutAHeader() {
        String text = "1\t1\tA\t408\n1\t6\tB\t324\n";
        assertThat(Given.told(csv(text)))
                .containsExactly("dead missing_header at row:1", "dead missing_header at row:1");
        var named =
                Given.with(
                        Given.csv(),
                        Map.of("columns", "product\tlocation\tshelf\tquantity", "x", ""));
        assertThat(Given.events(named, text))
                .extracting(CanonicalEvent::ref)
                .containsExactly("row:1", "row:2");
    }

    @Test
    void readsADecimalCommaWhereTheSourceSaysSo() {
        var german =
                Given.with(Given.csv(), Map.of("decimal_mark", ",", "time_zone", "Europe/Berlin"));
        String text =
                MOVEMENTS.replace(",", ";").replace("abc", "1.234,5").replace("08:00:00Z", "08:00");
        var event = Given.events(german, text).get(1);
        assertThat(event.body().get("quantity"))
                .isEqualTo(
                        java.nio.ByteBuffer.wrap(
                                java.math.BigInteger.valueOf(1_234_500_000L).toByteArray()));
        assertThat(event.body().get("occurred_at")).isEqualTo(1_795_503_600_000_000L);
    }

    @Test
    void refusesWhatIsNoText() {
        assertThat(Given.told(Given.events(Given.csv(), new byte[] {'P', 'K', 3, 4, 20, 0})))
                .containsExactly("dead malformed_workbook at workbook");
        assertThat(Given.told(csv("%PDF-1.7"))).containsExactly("dead not_text at byte 0");
        assertThat(Given.told(csv(""))).containsExactly("dead empty_message at byte 0");
        assertThat(Given.told(csv("movement_id,kind\n")))
                .containsExactly("dead empty_message at byte 0");
    }

    @Test
    void readsTheEncodingThatTheSourceTells() {
        byte[] bytes =
                MOVEMENTS
                        .replace("DC1,abc,EA", "K\u00f6ln,5,EA")
                        .getBytes(Charset.forName("windows-1252"));
        var western = Given.with(Given.csv(), Map.of("encoding", "Windows-1252"));
        assertThat(Given.events(western, bytes).get(1).body().get("location"))
                .isEqualTo("K\u00f6ln");
        assertThat(Given.events(western, ("\uFEFF" + MOVEMENTS).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(csv(MOVEMENTS));
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\u00f6')] = (byte) 0x81;
        assertThat(Given.told(Given.events(western, bytes)).get(1))
                .isEqualTo("dead invalid_encoding at row:3 column \"location\"");
        var unknown = Given.with(Given.csv(), Map.of("encoding", "ebcdic"));
        assertThat(Given.told(Given.events(unknown, bytes)))
                .containsExactly("dead bad_parameter at parameters/encoding");
    }

    @Test
    void passesTheTitleAboveTheHeader() {
        var titled = Given.with(Given.csv(), Map.of("header_row", "3"));
        var events = Given.events(titled, "Movements of the day,,\n\n" + MOVEMENTS);
        assertThat(Given.told(events))
                .containsExactly(
                        "stock_movement MV-1",
                        "dead not_a_decimal at row:5 column \"quantity\"",
                        "stock_movement MV-3");
    }

    @Test
    void readsTabsWhereTheSourceSaysSo() {
        String tabbed = MOVEMENTS.replace(",", "\t").replace("location", "location, place");
        var source = Given.table(Adapter.TSV, Map.of());
        assertThat(Given.events(source, tabbed.replace("location, place", "location")))
                .isEqualTo(csv(MOVEMENTS));
        assertThat(Given.told(Given.events(source, tabbed)))
                .allMatch(told -> told.startsWith("dead unrecognised_columns"));
    }

    private static List<CanonicalEvent> csv(String text) {
        return Given.events(Given.csv(), text);
    }
}
