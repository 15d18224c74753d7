package dev.tidegate.processing.suggestion;

import dev.tidegate.processing.mapping.CodeLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which code lists a column's units stand. The same letters mean a piece to SAP (ST), a set to
 * X12 and a sheet to UN/ECE: where the lists disagree, none is taken without a reason.
 */
final class Units {
    private static final String SAP = "sap-unit";
    private static final String X12 = "x12-355";
    private static final String EDIFACT = "edifact-6411";

    /** UN/ECE Recommendation 20 and 21 codes, as far as the code lists speak of them. */
    private static final Set<String> STANDARD =
            Stream.of(X12, EDIFACT, SAP)
                    .flatMap(list -> CodeLists.named(list).values().stream())
                    .collect(Collectors.toUnmodifiableSet());

    private Units() {}

    /**
     * One way to read all of the values.
     *
     * @param list a code list; empty: they are UN/ECE's own codes
     * @param meanings of the values, as UN/ECE codes
     */
    record Reading(String list, List<String> meanings) {
        boolean isOfSap() {
            return list.equals(SAP);
        }

        String expression(String path) {
            return list.isEmpty() ? path : "$code(\"" + list + "\", $uppercase(" + path + "))";
        }

        String told() {
            return list.isEmpty()
                    ? "Its values are codes of UN/ECE Recommendation 20."
                    : "Its values are in the code list " + list + ".";
        }
    }

    static List<Reading> readings(List<String> values) {
        var readings = new ArrayList<Reading>();
        if (STANDARD.containsAll(values)) {
            readings.add(new Reading("", values));
        }
        var upper = values.stream().map(value -> value.toUpperCase(Locale.ROOT)).toList();
        for (String list : List.of(X12, SAP)) {
            var codes = CodeLists.named(list);
            if (codes.keySet().containsAll(upper)) {
                readings.add(
                        new Reading(
                                list,
                                upper.stream()
                                        .map(unit -> codes.getOrDefault(unit, unit))
                                        .toList()));
            }
        }
        return readings;
    }

    /** What the lists say of the values. */
    static String told(List<Reading> readings) {
        return readings.stream()
                .map(
                        reading ->
                                (reading.list().isEmpty() ? "UN/ECE" : reading.list())
                                        + " "
                                        + String.join(
                                                ", ",
                                                reading.meanings().stream().distinct().toList()))
                .collect(Collectors.joining("; "));
    }
}
