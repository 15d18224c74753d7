package dev.tidegate.processing.x12;

import dev.tidegate.processing.edi.Fate.Flawed;
import dev.tidegate.processing.edi.Place;
import dev.tidegate.processing.edi.Verdict;
import dev.tidegate.processing.x12.Interchange.TransactionSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a 997 says of one set: AK2, an AK3 with its AK4s for each segment that has something wrong,
 * and AK5; of a 999 IK3, IK4 and IK5.
 */
record SetAnswer(TransactionSet set, Verdict verdict, boolean implementation) {
    /**
     * Our codes by the standard's, each of one list.
     *
     * @param set transaction set syntax error code (718)
     * @param segment segment syntax error code (720); empty where no segment is at fault
     * @param element data element syntax error code (723); empty where the segment is
     */
    record Codes(String set, String segment, String element) {}

    private static final String IN_ERROR = "5";
    private static final String HAS_ELEMENT_ERRORS = "8";
    private static final int CODES_MAX = 5;

    static final Map<String, Codes> CODES =
            Map.of(
                    "unsupported_type", new Codes("1", "", ""),
                    "truncated_set", new Codes("2", "", ""),
                    "control_number_mismatch", new Codes("3", "", ""),
                    "segment_count_mismatch", new Codes("4", "", ""),
                    "missing_segment", new Codes(IN_ERROR, "3", ""),
                    "missing_element", new Codes(IN_ERROR, HAS_ELEMENT_ERRORS, "1"),
                    "not_a_decimal", new Codes(IN_ERROR, HAS_ELEMENT_ERRORS, "6"),
                    "too_long", new Codes(IN_ERROR, HAS_ELEMENT_ERRORS, "5"),
                    "not_a_date", new Codes(IN_ERROR, HAS_ELEMENT_ERRORS, "8"),
                    "not_a_timestamp", new Codes(IN_ERROR, HAS_ELEMENT_ERRORS, "8"));

    Map<String, Object> tree() {
        var st = set.st();
        var ak2 = new LinkedHashMap<String, Object>();
        ak2.put("01", st.element(1));
        ak2.put("02", st.element(2));
        if (implementation && !st.element(3).isEmpty()) {
            ak2.put("03", st.element(3));
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("AK2", ak2);
        tree.put(named("3") + "_loop", segments());
        tree.put(named("5"), word());
        return tree;
    }

    /** {@code AK3}, or {@code IK3} in a 999. */
    private String named(String number) {
        return (implementation ? "IK" : "AK") + number;
    }

    private Map<String, Object> word() {
        var word = new LinkedHashMap<String, Object>();
        word.put(
                "01",
                switch (verdict.word()) {
                    case ACCEPTED -> "A";
                    case WITH_ERRORS -> "E";
                    case REJECTED -> "R";
                });
        var codes =
                verdict.flaws().stream()
                        .map(flaw -> codes(flaw).set())
                        .distinct()
                        .limit(CODES_MAX)
                        .toList();
        for (int i = 0; i < codes.size(); i++) {
            word.put("0" + (2 + i), codes.get(i));
        }
        return word;
    }

    private static Codes codes(Flawed flaw) {
        return CODES.getOrDefault(flaw.code(), new Codes(IN_ERROR, "", ""));
    }

    /** A segment that has something wrong: its AK3. */
    private record At(String id, int position, String code) {}

    /** In the order in which they were found, each with what is wrong with its elements. */
    private List<Map<String, Object>> segments() {
        var elements = new LinkedHashMap<At, List<Object>>();
        for (Flawed flaw : verdict.flaws()) {
            var codes = codes(flaw);
            Place.of(flaw.place())
                    .filter(_ -> !codes.segment().isEmpty())
                    .ifPresent(
                            place -> {
                                var of =
                                        elements.computeIfAbsent(
                                                at(place, codes), _ -> new ArrayList<>());
                                place.element().ifPresent(e -> of.add(element(e, codes)));
                            });
        }
        return elements.entrySet().stream()
                .map(segment -> segment(segment.getKey(), segment.getValue()))
                .toList();
    }

    /** What lacks has no position: told is the last segment's, where it still wasn't found. */
    private At at(Place place, Codes codes) {
        return new At(place.id(), place.segment().orElse(set.segments.size()), codes.segment());
    }

    private Map<String, Object> segment(At at, List<Object> elements) {
        var loop = new LinkedHashMap<String, Object>();
        loop.put(
                named("3"),
                Map.of("01", at.id(), "02", Integer.toString(at.position()), "04", at.code()));
        loop.put(implementation ? "IK4_loop" : "AK4", elements);
        return loop;
    }

    private Object element(int position, Codes codes) {
        var element = Map.of("01", Integer.toString(position), "03", codes.element());
        return implementation ? Map.of("IK4", element) : element;
    }
}
