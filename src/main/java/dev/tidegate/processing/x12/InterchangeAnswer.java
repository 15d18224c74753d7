package dev.tidegate.processing.x12;

import dev.tidegate.processing.edi.Finding;
import dev.tidegate.processing.edi.Flaw;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The TA1 of an interchange (X12.5): whether its envelope is right. Its groups are another's. */
final class InterchangeAnswer {
    private static final String RIGHT = "000";

    private InterchangeAnswer() {}

    static Map<String, Object> ta1(Interchange interchange) {
        String note =
                interchange.findings.stream()
                        .map(Finding::flaw)
                        .map(InterchangeAnswer::note)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(RIGHT);
        var ta1 = new LinkedHashMap<String, Object>();
        ta1.put("01", interchange.controlNumber());
        ta1.put("02", interchange.isa.element(9));
        ta1.put("03", interchange.isa.element(10));
        ta1.put("04", note.equals(RIGHT) ? "A" : "E");
        ta1.put("05", note);
        return ta1;
    }

    /** Interchange note code (I18); empty where the flaw isn't the interchange's. */
    private static Optional<String> note(Flaw flaw) {
        return switch (flaw) {
            case INTERCHANGE_CONTROL_MISMATCH -> Optional.of("001");
            case INTERCHANGE_COUNT_MISMATCH -> Optional.of("021");
            case MISSING_INTERCHANGE_TRAILER, MISSING_TERMINATOR -> Optional.of("023");
            case ISA_WIDTH -> Optional.of("022");
            case SEGMENT_COUNT_MISMATCH,
                    CONTROL_NUMBER_MISMATCH,
                    TRUNCATED_SET,
                    GROUP_COUNT_MISMATCH,
                    GROUP_CONTROL_MISMATCH,
                    MISSING_INTERCHANGE_HEADER,
                    MISSING_GROUP_HEADER,
                    MISSING_GROUP_TRAILER,
                    NOT_UTF8 ->
                    Optional.empty();
        };
    }
}
