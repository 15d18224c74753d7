package dev.tidegate.processing.drift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractFactsTest {
    private static final String LINES =
            "{\"path\":\"/lines\",\"presence\":\"required\",\"shape\":\"list\"}";
    private static final String QUANTITY =
            "{\"path\":\"/lines/*/quantity\",\"presence\":\"required\",\"shape\":\"decimal\",\"units\":[\"EA\"],"
                    + "\"unit_at\":\"/lines/*/uom\",\"min\":\"0\",\"max\":\"100\"}";
    private static final String UOM =
            "{\"path\":\"/lines/*/uom\",\"presence\":\"optional\",\"shape\":\"code\",\"codes\":[{\"code\":\"EA\"}]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"lines\":[{\"quantity\":2,\"uom\":\"EA\"},{\"quantity\":\"3.5\"}]} | ",
                "{\"lines\":[{\"quantity\":2,\"uom\":\"CS\"}]} | changed_unit /lines/*/quantity at /lines/0/quantity",
                "{\"lines\":[{\"quantity\":2},{\"quantity\":2000}]} | out_of_range /lines/*/quantity at /lines/1/quantity",
                "{\"lines\":[{\"quantity\":\"many\"}]} | changed_shape /lines/*/quantity at /lines/0/quantity",
                "{\"lines\":[{\"quantity\":\" \"}]} | missing_field /lines/*/quantity at /lines/0/quantity",
                "{\"lines\":[{\"qty\":\"4\"}]} | renamed_field /lines/*/quantity at /lines/0/qty",
                "{\"lines\":[{\"colour\":\"4\"}]} | missing_field /lines/*/quantity at /lines/0/quantity",
                "{\"lines\":{\"quantity\":2}} | changed_shape /lines at /lines",
                "{\"positions\":[{\"quantity\":2}]} | renamed_field /lines at /positions",
                "{} | missing_field /lines at /lines"
            })
    void aDocumentIsHeldAgainstItsContract(String document, String departure) {
        var told = Agreed.told(Agreed.fields(LINES, QUANTITY, UOM), document);

        assertThat(told.isEmpty() ? null : told.getFirst()).isEqualTo(departure);
    }

    @Test
    void aDepartureOfManyLinesIsToldOnce() {
        var told =
                Agreed.told(
                        Agreed.fields(LINES, QUANTITY, UOM),
                        "{\"lines\":[{\"quantity\":1,\"a\":{\"b\":1}},{\"quantity\":1,\"a\":2}],\"c\":1}");

        assertThat(told)
                .containsExactly(
                        "undeclared_field /lines/*/a at /lines/0/a", "undeclared_field /c at /c");
    }

    @Test
    void whatIsToldOnceOrMoreOftenIsOneField() {
        var contract =
                Agreed.fields(
                        "{\"path\":\"/PID\",\"presence\":\"required\",\"shape\":\"group\"}",
                        "{\"path\":\"/PID/05\",\"presence\":\"required\",\"shape\":\"text\"}",
                        "{\"path\":\"/N1\",\"presence\":\"required\",\"shape\":\"group\"}",
                        "{\"path\":\"/N1/*/02\",\"presence\":\"required\",\"shape\":\"text\"}");

        assertThat(Agreed.told(contract, "{\"PID\":{\"05\":\"x\"},\"N1\":{\"02\":\"y\"}}"))
                .isEmpty();
        assertThat(
                        Agreed.told(
                                contract,
                                "{\"PID\":[{\"05\":\"x\"},{\"05\":\"z\"}],\"N1\":[{\"02\":\"y\"},{\"01\":\"ST\"}]}"))
                .containsExactly(
                        "missing_field /N1/*/02 at /N1/1/02",
                        "undeclared_field /N1/*/01 at /N1/1/01");
    }

    @Test
    void kindsOfDocumentAreToldApart() {
        var contract =
                Agreed.documents(
                        """
                        [{"name":"order","when":{"path":"/type","is":"order"},"fields":[
                           {"path":"/type","presence":"required","shape":"text"},
                           {"path":"/number","presence":"required","shape":"text"}]},
                         {"name":"count","when":{"path":"/type","is":"stock_count"},"fields":[
                           {"path":"/type","presence":"required","shape":"text"}]}]""");

        assertThat(Agreed.told(contract, "{\"type\":\"stock_count\"}")).isEmpty();
        assertThat(Agreed.told(contract, "{\"type\":\"order\"}"))
                .containsExactly("missing_field /number at /number");
        assertThat(Agreed.told(contract, "{\"type\":\"price_list\"}"))
                .containsExactly("undeclared_document /type at /type");
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-MM-dd, 2026-02-28, true",
        "yyyy-MM-dd, 2026-02-29, false",
        "yyyyMMdd, 20261124, true",
        "yyyyMMdd, 24112026, false",
        "dd.MM.yyyy, 24.11.2026, true",
        "dd.MM.yyyy, 24.13.2026, false",
        "yyMMdd, 261124, true",
        "rfc3339, 2026-11-24T10:00:00Z, true",
        "rfc3339, 2026-11-24T10:00:00.123+01:00, true",
        "rfc3339, 2026-11-24T10:00:00, false",
        "HHmm, 2359, true",
        "HHmm, 2460, false"
    })
    void aDateIsWrittenAsItsPatternSays(String pattern, String value, boolean fits) {
        var contract =
                Agreed.fields(
                        "{\"path\":\"/at\",\"presence\":\"required\",\"shape\":\"date\",\"patterns\":[\""
                                + pattern
                                + "\"]}");

        assertThat(Agreed.told(contract, "{\"at\":\"" + value + "\"}").isEmpty()).isEqualTo(fits);
    }

    @Test
    void aPersonalFieldIsShownByItsFormOnly() {
        var contract =
                Agreed.fields(
                        "{\"path\":\"/born_on\",\"presence\":\"required\",\"shape\":\"date\",\"patterns\":[\"yyyy-MM-dd\"],"
                                + "\"classification\":\"personal\"}");

        var departure = contract.hold(Agreed.document("{\"born_on\":\"17.03.1984\"}")).getFirst();

        assertThat(departure.observed())
                .isEqualTo("99.99.9999 (dd.MM.yyyy, dd-MM-yyyy)".replace(", dd-MM-yyyy", ""));
        assertThat(departure.toString()).doesNotContain("1984");
    }

    @Test
    void aFieldThatIsOnlyNotedHoldsNothingUp() {
        var contract =
                Agreed.fields(
                        "{\"path\":\"/a\",\"presence\":\"required\",\"shape\":\"text\",\"on_drift\":\"note\"}");

        assertThat(contract.hold(Agreed.document("{}")))
                .singleElement()
                .satisfies(one -> assertThat(one.noted()).isTrue());
    }
}
