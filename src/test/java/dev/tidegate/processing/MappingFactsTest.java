package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.governance.source.SourceDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingFactsTest {
    @Test
    void givesSeveralEventsOfOneDocumentEachForItself() {
        var source =
                Given.with(
                        Given.json(),
                        """
                        moves.{"type": "stock_movement", "body": {"number": n, "kind": "receipt", "item": "A",
                          "location": $parameters.location, "quantity": $quantity(q), "occurred_at": $acceptedAt}}
                        """);
        assertThat(
                        Given.told(
                                Given.events(
                                        source,
                                        "{\"moves\":[{\"n\":1,\"q\":\"2\"},{\"n\":2,\"q\":\"x\"},{\"n\":3,\"q\":\"1\"}]}")))
                .containsExactly(
                        "stock_movement 1", "dead not_a_decimal at /moves/1/q", "stock_movement 3");
    }

    @Test
    void boundsAMappingThatRunsAway() {
        assertThat(code("($f := function($n) { $f($n + 1) + 1 }; $f(0))"))
                .isEqualTo("mapping_limit_exceeded");
        assertThat(code("($f := function($n) { $f($n + 1) }; $f(0))"))
                .isEqualTo("mapping_limit_exceeded");
        assertThat(code("$count([1..9999999].($ + 1))")).isEqualTo("mapping_limit_exceeded");
        assertThat(code("($f := function($s) { $f($s & $s) }; $f('abcdefgh'))"))
                .isEqualTo("mapping_limit_exceeded");
        assertThat(code("$pad('a', 2000000000)")).isEqualTo("mapping_limit_exceeded");
        assertThat(code("$reduce([1..100000], function($a, $b) { $a & 'xxxxxxxxxxxxxxxx' }, '')"))
                .isEqualTo("mapping_limit_exceeded");
        assertThat(code("$reduce([1..100000], function($a, $b) { $append($a, $b) })"))
                .isEqualTo("mapping_limit_exceeded");
        assertThat(code("$reduce([1..100000], $append)")).isEqualTo("mapping_failed");
        assertThat(code("[1..100000] ~> $reduce($append)")).isEqualTo("mapping_failed");
    }

    @Test
    void boundsARegularExpressionThatRunsAway() {
        var text = "'" + "a".repeat(40) + "!'";
        for (String call :
                List.of(
                        "$match(" + text + ", /(a+)+\\1b/)",
                        "$contains(" + text + ", /(a*)*\\1b/)",
                        text + " ~> $contains(/a*a*a*a*a*a*a*b/)",
                        "$replace(" + text + ", /(a+)+\\1b/, 'b')",
                        "$split(" + text + ", /(a+)+\\1b/)",
                        "$match($pad('b', 1000000), /.*c/)")) {
            assertThat(code(call)).as(call).isEqualTo("mapping_limit_exceeded");
        }
    }

    @Test
    void aRegularExpressionGoesOnlyWhereItIsCounted() {
        var text = "'" + "a".repeat(40) + "!'";
        for (String expression :
                List.of(
                        "/(a+)+$/(" + text + ")",
                        text + " ~> /(a+)+$/",
                        "$filter([" + text + "], /(a+)+$/)",
                        "$map([" + text + "], ($match; /(a+)+$/))",
                        "($p := /(a+)+$/; $p(" + text + "))",
                        "($match := $map; $match([" + text + "], /(a+)+$/))",
                        "[$match, /(a+)+$/]")) {
            assertThat(code(expression)).as(expression).isEqualTo("mapping_failed");
        }
    }

    @Test
    void boundsWhatATextIsToldToBecome() {
        assertThat(code("($s := $pad('a', 3000000); $join([$s, $s, $s], $s))"))
                .isEqualTo("mapping_limit_exceeded");
        assertThat(code("$replace($pad('', 1000000, 'a'), 'a', $pad('b', 1000000))"))
                .isEqualTo("mapping_limit_exceeded");
        assertThat(code("$replace($pad('', 1000000, 'a'), /a+/, $pad('$0', 1000))"))
                .isEqualTo("mapping_limit_exceeded");
    }

    @Test
    void readsByRegularExpressionsAndJoins() {
        var source =
                Given.with(
                        Given.json(),
                        """
                        {"type": "stock_movement", "body": {
                          "number": $replace(no, /(\\w+)\\/(\\d+)/, "$1-$2"),
                          "kind": $contains(no, /^mv/i) ? "receipt" : "issue",
                          "item": $split(no, /\\//)[1], "location": $join($match(no, /\\d/).match, "."),
                          "quantity": $match(no, /\\d+/).match, "occurred_at": $acceptedAt}}
                        """);
        var body = Given.events(source, "{\"no\":\"MV/12\"}").getFirst().body();

        assertThat(body.get("number")).hasToString("MV-12");
        assertThat(body.get("kind")).hasToString("receipt");
        assertThat(body.get("item")).hasToString("12");
        assertThat(body.get("location")).hasToString("1.2");
    }

    @Test
    void refusesWhatIsNoFunctionOfTheDocument() {
        for (String call :
                List.of("$now()", "$millis()", "$random()", "$shuffle([1,2])", "$eval('1')")) {
            assertThat(code("{\"type\": \"order\", \"body\": {\"number\": " + call + "}}"))
                    .isEqualTo("mapping_failed");
        }
    }

    @Test
    void tellsAMappingThatIsNone() {
        assertThat(code("{\"type\": ")).isEqualTo("mapping_invalid");
        assertThat(code("(".repeat(60_000))).isEqualTo("mapping_invalid");
        assertThat(code("nothing.at.all")).isEqualTo("no_event");
        assertThat(code("$sum('x')")).isEqualTo("mapping_failed");
        assertThat(code("\"text\"")).isEqualTo("no_event");
    }

    @Test
    void letsAMappingRefuseInItsOwnWords() {
        var event =
                Given.events(
                                Given.with(
                                        Given.json(),
                                        "$reject('policy_rejection', 'no_weekend', '/day', 'Closed.', 'Send it on Monday.')"),
                                "{\"day\":6}")
                        .getFirst();
        assertThat(event.body())
                .hasToString(
                        "{\"class\": \"policy_rejection\", \"code\": \"no_weekend\", \"place\": \"/day\","
                                + " \"reason\": \"Closed.\", \"next_step\": \"Send it on Monday.\"}");
    }

    @Test
    void countsOnceWhatTheSourceNames() {
        var source = Given.withDedupe(Given.json(), "event.body.number & \"/\" & event.body.item");
        var one = Given.events(source, Samples.JSON_MOVEMENT).getFirst();
        var other =
                Given.events(source, Samples.JSON_MOVEMENT.replace("\"100\"", "\"5\"")).getFirst();
        var third =
                Given.events(source, Samples.JSON_MOVEMENT.replace("SKU-1", "SKU-2")).getFirst();
        assertThat(other.dedupe()).isEqualTo(one.dedupe());
        assertThat(other.content()).isNotEqualTo(one.content());
        assertThat(third.dedupe()).isNotEqualTo(one.dedupe());
        assertThat(
                        Given.told(
                                Given.events(
                                        Given.withDedupe(Given.json(), "nope"),
                                        Samples.JSON_MOVEMENT)))
                .containsExactly("dead missing_field at /");
    }

    @Test
    void hasFunctionsThatAreExact() {
        assertThat(value("$string($decimal('12.10'))")).isEqualTo("12.10");
        assertThat(value("$date('20240228')")).isEqualTo("2024-02-28");
        assertThat(value("$date('970228')")).isEqualTo("1997-02-28");
        assertThat(value("$date('28.02.2024', 'dd.MM.yyyy')")).isEqualTo("2024-02-28");
        assertThat(value("$timestamp('20240228', '0930')")).isEqualTo("2024-02-28T09:30:00Z");
        assertThat(value("$timestamp('20240228', '09301599')"))
                .isEqualTo("2024-02-28T09:30:15.990Z");
        assertThat(value("$timestamp('2024-02-28T09:30:00+02:00')"))
                .isEqualTo("2024-02-28T07:30:00Z");
        assertThat(value("$unit('LB')")).isEqualTo("LBR");
        assertThat(value("$unit('QQ')")).isEqualTo("QQ");
        assertThat(value("$code({'A':'accepted'}, 'A')")).isEqualTo("accepted");
        assertThat(value("$code('x12-668', 'ZZ', 'ZZ')")).isEqualTo("ZZ");
        assertThat(value("$lookup('location', '8101760')")).isEqualTo("DC9");
        assertThat(value("$lookup('location', 'W1')")).isEqualTo("W1");
        assertThat(value("$lookup({'a':'b'}, 'a')")).isEqualTo("b");
        assertThat(value("$string($implied('4400', 2))")).isEqualTo("44.00");
        assertThat(value("$string($divide('19.5', 100))")).isEqualTo("0.195");
        assertThat(value("$pad('7', -3, '0') & $pad('ab', 4) & '|'")).isEqualTo("007ab  |");
        assertThat(value("$gtin('012345678905')")).isEqualTo("012345678905");
    }

    private static String value(String expression) {
        var source =
                Given.with(
                        Given.with(Given.json(), Map.of("location.8101760", "DC9")),
                        "{\"type\":\"shipment_milestone\",\"body\":{\"shipment\":\"S\",\"code\":\"planned\","
                                + "\"occurred_at\":\"2026-11-24\",\"note\":"
                                + expression
                                + "}}");
        return String.valueOf(Given.events(source, "{}").getFirst().body().get("note"));
    }

    private static String code(String expression) {
        SourceDefinition source = Given.with(Given.json(), expression);
        return Given.events(source, "{}").getFirst().body().get("code").toString();
    }
}
