package dev.tidegate.processing.x12;

import dev.tidegate.processing.edi.Fate;
import dev.tidegate.processing.edi.Finding;
import dev.tidegate.processing.edi.Flaw;
import dev.tidegate.processing.edi.Verdict;
import dev.tidegate.processing.edi.Verdict.Word;
import dev.tidegate.processing.x12.Interchange.Group;
import dev.tidegate.processing.x12.Interchange.TransactionSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A functional group's 997, or its 999 from version 005010 on. */
record GroupAnswer(Interchange interchange, Group group, Map<String, List<Fate>> fates) {
    private static final String FIRST_WITH_999 = "005010";
    private static final int CODES_MAX = 5;

    private boolean isImplementation() {
        return version().compareTo(FIRST_WITH_999) >= 0;
    }

    private String version() {
        return group.header == null ? "" : group.header.element(8);
    }

    /**
     * @param number of the set within its group, from 1
     */
    Map<String, Object> tree(Map<String, Object> isa, Map<String, Object> gs, int number) {
        var verdicts = new ArrayList<Verdict>();
        var sets = new ArrayList<Map<String, Object>>();
        for (TransactionSet set : group.sets) {
            var ofSet = fates.getOrDefault(Refs.of(interchange, group, set), List.of());
            var verdict = Verdict.of(ofSet, SetAnswer.CODES.keySet());
            verdicts.add(verdict);
            sets.add(new SetAnswer(set, verdict, isImplementation()).tree());
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("ISA", isa);
        tree.put("GS", gs);
        tree.put("ST", st(number));
        tree.put("AK1", ak1());
        tree.put("AK2_loop", sets);
        tree.put("AK9", ak9(verdicts));
        return tree;
    }

    private Map<String, Object> st(int number) {
        var st = new LinkedHashMap<String, Object>();
        st.put("01", isImplementation() ? "999" : "997");
        st.put("02", "%04d".formatted(number));
        if (isImplementation()) {
            st.put("03", "005010X231A1");
        }
        return st;
    }

    private Map<String, Object> ak1() {
        var ak1 = new LinkedHashMap<String, Object>();
        ak1.put("01", group.header == null ? "" : group.header.element(1));
        ak1.put("02", group.controlNumber());
        if (isImplementation()) {
            ak1.put("03", version());
        }
        return ak1;
    }

    private Map<String, Object> ak9(List<Verdict> verdicts) {
        long rejected = count(verdicts, Word.REJECTED);
        var codes =
                group.findings.stream()
                        .map(Finding::flaw)
                        .map(GroupAnswer::code)
                        .flatMap(Optional::stream)
                        .distinct()
                        .limit(CODES_MAX)
                        .toList();
        boolean errors = count(verdicts, Word.WITH_ERRORS) > 0 || !codes.isEmpty();
        var ak9 = new LinkedHashMap<String, Object>();
        ak9.put("01", rejected == 0 ? errors ? "E" : "A" : rejected == verdicts.size() ? "R" : "P");
        ak9.put("02", group.trailer == null ? received() : group.trailer.element(1));
        ak9.put("03", received());
        ak9.put("04", Long.toString(verdicts.size() - rejected));
        for (int i = 0; i < codes.size(); i++) {
            ak9.put("0" + (5 + i), codes.get(i));
        }
        return ak9;
    }

    private String received() {
        return Integer.toString(group.sets.size());
    }

    private static long count(List<Verdict> verdicts, Word word) {
        return verdicts.stream().filter(verdict -> verdict.word() == word).count();
    }

    /** Functional group syntax error code (716); empty where the flaw isn't the group's. */
    private static Optional<String> code(Flaw flaw) {
        return switch (flaw) {
            case MISSING_GROUP_TRAILER -> Optional.of("3");
            case GROUP_CONTROL_MISMATCH -> Optional.of("4");
            case GROUP_COUNT_MISMATCH -> Optional.of("5");
            case SEGMENT_COUNT_MISMATCH,
                    CONTROL_NUMBER_MISMATCH,
                    TRUNCATED_SET,
                    INTERCHANGE_CONTROL_MISMATCH,
                    INTERCHANGE_COUNT_MISMATCH,
                    MISSING_INTERCHANGE_HEADER,
                    MISSING_INTERCHANGE_TRAILER,
                    MISSING_GROUP_HEADER,
                    ISA_WIDTH,
                    MISSING_TERMINATOR,
                    NOT_UTF8 ->
                    Optional.empty();
        };
    }
}
