package dev.tidegate.processing.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.governance.source.MappingCheck;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.ProblemException;
import dev.tidegate.processing.Books;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.Trials;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A draft says what it guessed and why, leaves open what it can't know, and never invents. */
class SuggestionsTest {
    private static final String GERMAN =
            """
            Bestellnummer;Bestelldatum;Lieferantennr.;Lieferantenname;Pos.;Artikelnummer;EAN;Bezeichnung;Menge;ME;Einzelpreis;W\u00e4hrung;Liefertermin;Sachbearbeiter
            4500001;24.11.2026;L-77;M\u00fcller GmbH;10;A-100;4006381333931;Lampe;1.200,5;ST;9,95;EUR;01.12.2026;Meier
            4500001;24.11.2026;L-77;M\u00fcller GmbH;20;A-200;4012345678901;Tisch;3;KG;119,40;EUR;03.12.2026;Meier
            4500002;25.11.2026;L-77;M\u00fcller GmbH;10;A-100;4006381333931;Lampe;12;ST;9,95;EUR;01.12.2026;Kunz
            """;
    private static final Map<String, String> FILLS = Map.of("kind", "purchase", "version", "1");

    private final Suggestions suggestions =
            new Suggestions(
                    NormaliserSettings.DEFAULTS,
                    SuggestionSettings.DEFAULTS,
                    Trials.trial(),
                    MappingCheck.NONE);

    @Test
    void drafsAnOrderOfAGermanExport() {
        byte[] sample = GERMAN.getBytes(Charset.forName("windows-1252"));
        var draft = suggest(sample, "text/csv", wish("", FILLS));
        assertThat(draft.type()).isEqualTo("order");
        assertThat(draft.adapter()).isEqualTo("csv");
        assertThat(draft.parameters())
                .containsOnly(
                        Map.entry("encoding", "windows-1252"),
                        Map.entry("decimal_mark", ","),
                        Map.entry("group_by", "bestellnummer"));
        assertThat(fields(draft))
                .containsEntry("/number", "bestellnummer")
                .containsEntry("/ordered_at", "$timestamp($date(bestelldatum, \"dd.MM.yyyy\"))")
                .containsEntry("/partner/code", "lieferantennr")
                .containsEntry("/partner/name", "lieferantenname")
                .containsEntry("/lines/line", "pos")
                .containsEntry("/lines/item", "artikelnummer")
                .containsEntry("/lines/gtin", "ean")
                .containsEntry("/lines/quantity", "$decimal(menge)")
                .containsEntry("/lines/unit", "$code(\"sap-unit\", $uppercase(me))")
                .containsEntry("/lines/unit_price", "$decimal(einzelpreis)")
                .containsEntry("/lines/requested_on", "$date(liefertermin, \"dd.MM.yyyy\")")
                .doesNotContainKey("/requested_on");
        assertThat(draft.holes()).isEmpty();
        assertThat(draft.unused())
                .extracting(Suggestion.Unused::column)
                .containsExactly("sachbearbeiter");
        assertThat(draft.events())
                .extracting(SuggestionsTest::told)
                .containsExactly("order 4500001", "order 4500002");
        var first = draft.events().getFirst().path("body");
        assertThat(first.at("/partner/name").asString()).isEqualTo("M\u00fcller GmbH");
        assertThat(first.at("/lines/0/quantity").asString()).isEqualTo("1200.5");
        assertThat(first.at("/lines/0/unit").asString()).isEqualTo("H87");
        assertThat(first.at("/lines/1/requested_on").asString()).isEqualTo("2026-12-03");
        assertThat(draft.guesses())
                .filteredOn(guess -> guess.field().equals("/lines/quantity"))
                .singleElement()
                .satisfies(
                        guess -> {
                            assertThat(guess.confidence()).isEqualTo(0.95);
                            assertThat(guess.reason())
                                    .contains("German \"menge\"", "decimal comma");
                        });
    }

    @Test
    void leavesOpenWhatNoColumnTellsAndFailsLoudlyUntilItIsTold() {
        var draft = suggest(GERMAN, wish("", Map.of()));
        assertThat(draft.holes())
                .extracting(Suggestion.Hole::field)
                .containsExactly("/kind", "/version");
        assertThat(draft.holes().getFirst().reason()).contains("looks like a purchase");
        assertThat(draft.expression()).contains("/* HOLE \"kind\":", "/* HOLE \"version\":");
        assertThat(draft.events())
                .hasSize(2)
                .allSatisfy(
                        event -> {
                            assertThat(told(event)).startsWith("dead_letter");
                            assertThat(event.at("/body/code").asString())
                                    .isEqualTo("unfinished_mapping");
                            assertThat(event.at("/body/reason").asString())
                                    .contains("/kind, /version");
                        });
    }

    @Test
    void readsTheFieldsOfSap() {
        String sample =
                """
                EBELN\tEBELP\tBEDAT\tLIFNR\tMATNR\tMENGE\tMEINS\tNETPR\tWAERS\tEINDT\tWERKS
                4500000001\t00010\t20261124\t0000100077\tM-1\t12.500\tST\t9.95\tEUR\t20261201\t1000
                4500000001\t00020\t20261124\t0000100077\tM-2\t3.000\tKG\t1.50\tEUR\t20261201\t1000
                """;
        var draft = suggest(sample, wish("", FILLS));
        assertThat(fields(draft))
                .containsEntry("/number", "ebeln")
                .containsEntry("/ordered_at", "$timestamp(bedat)")
                .containsEntry("/requested_on", "$date(eindt)")
                .containsEntry("/lines/location", "werks")
                .containsEntry("/lines/unit", "$code(\"sap-unit\", $uppercase(meins))");
        assertThat(draft.parameters()).doesNotContainKey("decimal_mark");
        assertThat(draft.events())
                .extracting(SuggestionsTest::told)
                .containsExactly("order 4500000001");
    }

    @Test
    void guessesNoDateOrNumberThatMayMeanTwoThings() {
        String sample =
                """
                PO Number,Order Date,SKU,Qty
                PO-1,03/04/2026,A-1,"1,200"
                PO-2,05/06/2026,A-2,"2,500"
                """;
        var draft = suggest(sample, wish("", FILLS));
        assertThat(draft.holes())
                .extracting(Suggestion.Hole::field)
                .containsExactly("/ordered_at", "/lines/quantity");
        assertThat(draft.holes().getFirst().reason()).contains("day or the month", "03/04/2026");
        assertThat(draft.holes().getLast().reason()).contains("1,200");
        assertThat(draft.expression()).contains("/* HOLE \"quantity\":");
        var clear =
                suggest(sample.replace("05/06", "25/06").replace("2,500", "2,50"), wish("", FILLS));
        assertThat(fields(clear))
                .containsEntry("/ordered_at", "$timestamp($date(order_date, \"dd/MM/yyyy\"))")
                .containsEntry("/lines/quantity", "$decimal(qty)");
        assertThat(clear.parameters()).containsEntry("decimal_mark", ",");
    }

    @Test
    void saysWhyAColumnThatIsNamedSoIsNotIt() {
        String sample =
                """
                Order No,Order Date,Item,Quantity,Currency,UoM
                1,2026-11-24,A,ten,Taler,bundle
                """;
        var draft = suggest(sample, wish("order", FILLS));
        assertThat(draft.holes().stream().map(hole -> hole.field() + " " + hole.reason()))
                .anyMatch(
                        hole ->
                                hole.contains("/lines/quantity")
                                        && hole.contains("\"ten\" is no number"))
                .anyMatch(hole -> hole.contains("/currency") && hole.contains("\"Taler\""))
                .anyMatch(hole -> hole.contains("/lines/unit") && hole.contains("\"bundle\""));
    }

    @Test
    void takesNoUnitThatListsReadDifferentlyUnlessTheFileIsOfOneOfThem() {
        var german = suggest(GERMAN.replace(";KG;", ";ST;"), wish("", FILLS));
        assertThat(german.events().getFirst().at("/body/lines/0/unit").asString()).isEqualTo("H87");
        var english =
                suggest(
                        "Order No,Order Date,Item,Quantity,UoM\n1,2026-11-24,A,5,ST\n",
                        wish("", FILLS));
        assertThat(english.holes())
                .singleElement()
                .satisfies(
                        hole -> assertThat(hole.reason()).contains("x12-355 SET", "sap-unit H87"));
    }

    @Test
    void takesWhatItIsTold() {
        String sample = "Ref,When,What,HowMany\nR-1,2026-11-24,A,5\n";
        var fills =
                Map.of(
                        "kind",
                        "sales",
                        "version",
                        "1",
                        "number",
                        "ref",
                        "ordered_at",
                        "when",
                        "item",
                        "what",
                        "quantity",
                        "howmany",
                        "lines/unit",
                        "H87");
        var draft = suggest(sample, wish("order", fills));
        assertThat(draft.holes()).isEmpty();
        assertThat(told(draft.events().getFirst())).isEqualTo("order R-1");
        assertThat(draft.events().getFirst().at("/body/lines/0/unit").asString()).isEqualTo("H87");
        for (var wrong :
                Map.of("kind", "barter", "nothing", "x", "quantity", "what", "number", "a\"b")
                        .entrySet()) {
            assertThatThrownBy(
                            () ->
                                    suggest(
                                            sample,
                                            wish(
                                                    "order",
                                                    Map.of(wrong.getKey(), wrong.getValue()))))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void findsTheLinesOfNestedJson() {
        String sample =
                """
                {"orders": [
                  {"orderNumber": "SO-9", "orderDate": "2026-11-24T09:30:00Z", "revision": 3,
                   "buyer": {"id": "C-1", "name": "Shop"},
                   "positions": [{"sku": "A", "qty": 2.125, "price": "1.50"}, {"sku": "B", "qty": 1}]},
                  {"orderNumber": "SO-10", "orderDate": "2026-11-24T09:31:00Z", "revision": 1,
                   "positions": [{"sku": "A", "qty": 1}]}]}
                """;
        var draft = suggest(sample, wish("", Map.of("kind", "sales")));
        assertThat(draft.adapter()).isEqualTo("json");
        assertThat(draft.holes()).isEmpty();
        assertThat(draft.events())
                .extracting(SuggestionsTest::told)
                .containsExactly("order SO-9", "order SO-10");
        var body = draft.events().getFirst().path("body");
        assertThat(body.at("/partner/code").asString()).isEqualTo("C-1");
        assertThat(body.at("/lines/0/quantity").asString()).isEqualTo("2.125");
        assertThat(body.path("lines")).hasSize(2);
    }

    @Test
    void findsTheLinesOfXmlThoughThereIsOne() {
        String sample =
                """
                <Bestellung><Bestellnummer>77</Bestellnummer><Bestelldatum>2026-11-24</Bestelldatum>
                 <Position><Artikelnummer>A</Artikelnummer><Menge Einheit="KGM">2</Menge></Position></Bestellung>
                """;
        var draft = suggest(sample, wish("", FILLS));
        assertThat(draft.adapter()).isEqualTo("xml");
        assertThat(draft.holes()).isEmpty();
        var body = draft.events().getFirst().path("body");
        assertThat(body.at("/number").asString()).isEqualTo("77");
        assertThat(body.at("/lines/0/quantity").asString()).isEqualTo("2");
        assertThat(body.at("/lines/0/unit").asString()).isEqualTo("KGM");
    }

    @Test
    void tellsStockAndShipmentsFromOrders() {
        var count =
                suggest(
                        "Material;Werk;Charge;Bestand;Basismengeneinheit;Stichtag\n"
                                + "M-1;1000;L1;12;ST;24.11.2026\n",
                        wish("", Map.of()));
        assertThat(count.type()).isEqualTo("stock_count");
        assertThat(count.holes()).isEmpty();
        assertThat(told(count.events().getFirst())).isEqualTo("stock_count M-1/1000/L1/24.11.2026");
        var movement =
                suggest(
                        "MBLNR,BWART,MATNR,WERKS,MENGE,MEINS,BUDAT\n"
                                + "49001,101,M-1,1000,5,ST,20261124\n",
                        wish("", Map.of()));
        assertThat(movement.type()).isEqualTo("stock_movement");
        assertThat(movement.events().getFirst().at("/body/kind").asString()).isEqualTo("receipt");
        var shipment =
                suggest(
                        "Delivery Number,Ship Date,Carrier,Tracking No,PO Number,SKU,Qty Shipped\n"
                                + "D-1,2026-11-24,DHL,JD01,PO-1,A,5\n",
                        wish("", Map.of("direction", "inbound", "version", "1")));
        assertThat(shipment.type()).isEqualTo("shipment");
        assertThat(told(shipment.events().getFirst())).isEqualTo("shipment D-1");
        assertThat(fields(shipment)).containsEntry("/lines/order_number", "po_number");
    }

    @Test
    void readsAWorkbookBelowItsTitle() {
        byte[] book =
                Books.rows(
                        Books.row(1, "Open orders of the week")
                                + Books.row(3, "PO Number", "Order Date", "SKU", "Qty")
                                + Books.row(
                                        4,
                                        "PO-1",
                                        "2026-11-24",
                                        "A",
                                        "<c r='D4'><v>2.125</v></c>"));
        var draft = suggest(book, "application/octet-stream", wish("", FILLS));
        assertThat(draft.adapter()).isEqualTo("xlsx");
        assertThat(draft.parameters()).containsEntry("header_row", "3");
        assertThat(draft.events().getFirst().at("/body/lines/0/quantity").asString())
                .isEqualTo("2.125");
        assertThat(draft.events().getFirst().at("/ref").asString()).isEqualTo("Orders!4");
    }

    @Test
    void givesNoDraftOfWhatItDoesNotKnow() {
        assertThat(refusal("a,b\n1,2\n")).isIn("nothing_recognised", "unreadable_sample");
        assertThat(refusal("foo,bar\nx,y\n")).isEqualTo("nothing_recognised");
        assertThat(refusal("ISA*00*")).isEqualTo("standard_format");
        assertThat(refusal("")).isEqualTo("unreadable_sample");
        assertThat(refusal("{\"a\":")).isEqualTo("unreadable_sample");
        assertThat(refusal("x".repeat(300_000))).isEqualTo("sample_too_large");
    }

    private String refusal(String sample) {
        try {
            suggest(sample, wish("", Map.of()));
            return "none";
        } catch (ProblemException refused) {
            return refused.problem().code();
        }
    }

    private Suggestion suggest(String sample, Wish wish) {
        return suggest(sample.getBytes(StandardCharsets.UTF_8), "application/octet-stream", wish);
    }

    private Suggestion suggest(byte[] sample, String contentType, Wish wish) {
        return suggestions.of(new TenantId("acme"), contentType, sample, wish);
    }

    private static Wish wish(String type, Map<String, String> fills) {
        return new Wish(
                Optional.of(type).filter(told -> !told.isEmpty()),
                Optional.empty(),
                Map.of(),
                fills);
    }

    private static Map<String, String> fields(Suggestion draft) {
        return draft.guesses().stream()
                .collect(Collectors.toMap(Suggestion.Guess::field, Suggestion.Guess::expression));
    }

    private static String told(JsonNode event) {
        return event.path("type").asString() + " " + event.path("key").asString();
    }
}
