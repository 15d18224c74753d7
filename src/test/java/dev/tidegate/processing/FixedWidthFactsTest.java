package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.BodyJson;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.governance.source.SourceDefinition.Adapter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixedWidthFactsTest {
    private static final String LAYOUT =
            """
            order_number  1  8
            kind          9  6
            version      15  3 right
            ordered_at   18 10
            item         28  6
            quantity     34  7 right decimals 2
            unit_price   41  7 right decimals 2
            """;

    private static final String ORDERS =
            """
            SO-1    sales   12026-11-24SKU-1 00012500000995
            SO-1    sales   12026-11-24SKU-2     300
            SO-2    sales   12026-11-24SKU-3     9.5
            """;

    @Test
    void cutsRowsWhereTheLayoutSays() {
        var events = read(LAYOUT, ORDERS);
        assertThat(Given.told(events)).containsExactly("order SO-1", "order SO-2");
        assertThat(events).extracting(CanonicalEvent::ref).containsExactly("row:1-2", "row:3");
        assertThat(BodyJson.of(events.getFirst().body())).contains("\"12.5\"", "\"9.95\"", "\"3\"");
        assertThat(BodyJson.of(events.get(1).body())).contains("\"9.5\"");
    }

    @Test
    void namesTheColumnOfABadValue() {
        String bad = ORDERS.replace("    9.5", "   12-3");
        assertThat(Given.told(read(LAYOUT, bad)))
                .containsExactly("order SO-1", "dead not_a_decimal at row:3 column \"quantity\"");
        String item = ORDERS.replace("SKU-3 ", "      ");
        assertThat(Given.told(read(LAYOUT, item)))
                .containsExactly("order SO-1", "dead missing_field at row:3 column \"item\"");
    }

    @Test
    void refusesRowsThatAreCutOffOrLongerThanToldAlone() {
        assertThat(Given.told(read(LAYOUT, ORDERS.replace("00000995", "0000099"))))
                .containsExactly(
                        "dead row_too_short at row:1 column \"unit_price\"",
                        "order SO-1",
                        "order SO-2");
        assertThat(Given.told(read(LAYOUT, ORDERS.replace("0995", "0995 EUR"))).getFirst())
                .isEqualTo("dead row_too_long at row:1");
    }

    @Test
    void readsSignsOnEitherSideAndATitleAbove() {
        String layout =
                "movement_id 1 4;kind 5 10;item 15 5;location 20 3;"
                        + "quantity 23 6 decimals 1;occurred_at 29 10";
        String rows =
                """
                MOVEMENTS
                MV-1adjustmentSKU-1DC10012-2026-11-24
                MV-2adjustmentSKU-1DC1-000122026-11-24
                """
                        .replace("DC10012-", "DC100012-");
        var source = Given.table(Adapter.FIXED_WIDTH, Map.of("layout", layout, "header_row", "1"));
        assertThat(Given.events(source, rows))
                .hasSize(2)
                .allSatisfy(event -> assertThat(BodyJson.of(event.body())).contains("\"-1.2\""));
    }

    @Test
    void countsCharactersInTheEncodingOfTheSource() {
        byte[] bytes = ORDERS.replace("SKU-1 ", "KÖLN-1").getBytes(Charset.forName("windows-1252"));
        var source =
                Given.table(
                        Adapter.FIXED_WIDTH, Map.of("layout", LAYOUT, "encoding", "windows-1252"));
        assertThat(BodyJson.of(Given.events(source, bytes).getFirst().body())).contains("KÖLN-1");
    }

    @Test
    void refusesAMessageUnderALayoutThatIsNone() {
        for (String layout :
                List.of(
                        "",
                        "item",
                        "item 0 3",
                        "item 1 0",
                        "item 1 5;kind 5 2",
                        "item 1 999999",
                        "item 1 5 centre")) {
            assertThat(Given.told(read(layout, ORDERS)))
                    .containsExactly("dead bad_parameter at parameters/layout");
        }
    }

    private static List<CanonicalEvent> read(String layout, String text) {
        return Given.events(Given.table(Adapter.FIXED_WIDTH, Map.of("layout", layout)), text);
    }
}
