package dev.tidegate.processing.suggestion;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A draft of a mapping, and of the source that it reads.
 *
 * @param type canonical type, such as {@code order}
 * @param parameters that the source needs
 * @param documents how many the sample has; rows of a table
 * @param expression JSONata; with holes it makes dead letters, and nothing else
 * @param unused columns that no field was found for
 * @param events what the expression makes of the sample, the first few
 */
public record Suggestion(
        String type,
        String adapter,
        Map<String, String> parameters,
        int documents,
        String expression,
        List<Guess> guesses,
        List<Hole> holes,
        List<Unused> unused,
        List<String> notes,
        List<JsonNode> events) {
    /**
     * A field that a column was found for.
     *
     * @param field pointer from the body, such as {@code /lines/quantity}
     * @param column as the sample names it; empty where the value is told
     * @param confidence from 0 to 1, in hundredths
     */
    public record Guess(
            String field,
            String column,
            String expression,
            double confidence,
            String reason,
            List<String> samples) {}

    /**
     * A field that has to be told.
     *
     * @param choices what may be told, where that is a short list
     */
    public record Hole(String field, String reason, List<String> choices) {}

    /** A column that the draft leaves out. */
    public record Unused(String column, List<String> samples) {}

    public boolean isComplete() {
        return holes.isEmpty();
    }
}
