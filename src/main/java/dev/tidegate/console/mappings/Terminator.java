package dev.tidegate.console.mappings;

/**
 * Shows a segment a line where X12 or EDIFACT has none: only what is shown is broken, not the
 * sample.
 *
 * @param mark that ends a segment; empty where lines are broken already or there are no segments
 */
record Terminator(String mark) {
    private static final int ISA_LENGTH = 105;
    private static final int UNA_LENGTH = 9;

    static Terminator of(String text) {
        String stripped = text.strip();
        if (stripped.indexOf('\n') >= 0) {
            return new Terminator("");
        }
        if (stripped.startsWith("ISA") && stripped.length() > ISA_LENGTH) {
            return new Terminator(stripped.substring(ISA_LENGTH, ISA_LENGTH + 1));
        }
        if (stripped.startsWith("UNA") && stripped.length() >= UNA_LENGTH) {
            return new Terminator(stripped.substring(UNA_LENGTH - 1, UNA_LENGTH));
        }
        return new Terminator(stripped.startsWith("UNB") ? "'" : "");
    }

    String broken(String text) {
        return mark.isEmpty() ? text : text.replace(mark, mark + "\n");
    }
}
