package dev.tidegate.processing.x12;

import dev.tidegate.processing.edi.Draft;
import dev.tidegate.processing.edi.Segment;
import dev.tidegate.processing.edi.SetWriter;
import java.util.Set;

/**
 * Writes segments of X12. There is no release character, so data that holds a separator can't be
 * told; but a composite element comes as it is told, with its components parted.
 *
 * @param repetition empty where the version has none
 */
record X12Syntax(Separators separators, String repetition) implements SetWriter.Syntax {
    /**
     * Elements that are composites in the sets that are written (X12.22): C001 composite unit of
     * measure, C040 reference identifier, C030 position in segment, C998 and C999 of a CTX.
     */
    private static final Set<String> COMPOSITES =
            Set.of(
                    "POC-05", "MEA-04", "QTY-03", "UIT-01", "SLN-05", "CTP-05", "CTP-10", "PAM-03",
                    "SDQ-23", "REF-04", "N9-07", "AK4-01", "IK4-01", "CTX-01", "CTX-02", "CTX-05",
                    "CTX-06", "TXI-11", "CAD-10", "PO4-18");

    @Override
    public String write(Draft draft) {
        var text = new StringBuilder(draft.id());
        int position = 0;
        for (var element : draft.elements().entrySet()) {
            String name = element.getKey();
            int next = Draft.position(name);
            if (Draft.component(name) > 1) {
                throw draft.unwritable(name, "Components are told within their element.");
            }
            text.repeat(separators.element(), next - position);
            position = next;
            text.append(checked(draft, name, element.getValue()));
        }
        return text.toString();
    }

    private String checked(Draft draft, String name, String value) {
        boolean composite = COMPOSITES.contains(draft.id() + "-" + name);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean parts =
                    composite && (c == separators.component() || repetition.indexOf(c) >= 0);
            if (separators.reserved(repetition).contains(c) && !parts) {
                throw draft.unwritable(
                        name,
                        "It holds \""
                                + c
                                + "\", a separator here: choose another one, or part with"
                                + " the character.");
            }
        }
        return value;
    }

    @Override
    public Segment read(String text) {
        return X12Segment.of(text, separators.element(), 0, text.length());
    }
}
