package dev.tidegate.processing.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.governance.demo.StartingMappings;
import dev.tidegate.governance.source.MappingCheck.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinterTest {
    private static List<Finding> lint(String expression) {
        return new Linter(expression).findings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lines.{'quantity': qty * 12} | float-on-decimal",
                "lines.{'quantity': $quantity(qty * 12)} | float-on-decimal",
                "{'unit_price': $number(price)} | float-on-decimal",
                "($q := qty / 2; {'quantity': $q}) | float-on-decimal",
                "lines.{'quantity': a ? $sum(b) : c} | float-on-decimal",
                "{'a': **.item} | unbounded-search",
                "lines.{'a': $$.items[id = 4].name} | search-per-element",
                "$map(lines, function($l) { $l.item }) | lambda-to-list",
                "($f := function($x) { $x & '!' }; lines.{'item': $f(item)}) | function-per-element",
                "{'a': $now()} | not-deterministic",
                "{'a': $quanttity(b)} | unknown-function",
                "{'type': 'order', 'body': {'numbr': no}} | unknown-field",
                "{'type': 'order', 'body': {'lines': rows.{'qty': q}}} | unknown-field"
            })
    void findsWhatIsUnwise(String expression, String rule) {
        assertThat(lint(expression)).extracting(Finding::rule).containsExactly(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lines.{'quantity': $quantity(qty)}",
                "lines.{'unit_price': $divide(price, 100)}",
                "{'sequence': n + 1}",
                "lines[quantity * 2 > 10].{'quantity': $quantity(quantity)}",
                "lines.{'a': $$.items[0].name}",
                "($f := function($x) { $x & '!' }; {'item': $f(item)})",
                "{'type': type, 'body': $}",
                "{'type': 'order', 'body': $merge([$, {'currency': 'EUR'}])}"
            })
    void leavesInPeaceWhatIsNot(String expression) {
        assertThat(lint(expression)).isEmpty();
    }

    @Test
    void tellsTheLineAndWhatToWriteInstead() {
        var finding = lint("{\n  'number': no,\n  'quantity': a * b\n}").getFirst();

        assertThat(finding.line()).isEqualTo(3);
        assertThat(finding.severity()).isEqualTo("warning");
        assertThat(finding.message()).contains("quantity", "119.39999999999999");
        assertThat(finding.instead()).contains("$quantity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api",
                "json",
                "csv",
                "x12",
                "edifact",
                "idoc",
                "ubl",
                "cxml",
                "gs1",
                "epcis",
                "outbound/json",
                "outbound/csv",
                "outbound/ubl",
                "outbound/idoc",
                "outbound/epcis",
                "outbound/x12",
                "outbound/edifact"
            })
    void whatIsShippedHasNoMoreThanNotes(String name) {
        assertThat(lint(StartingMappings.text(name)))
                .filteredOn(finding -> !finding.severity().equals("note"))
                .hasSize(name.equals("edifact") ? 1 : 0); // a DESADV's CPS nests by its own name
    }
}
