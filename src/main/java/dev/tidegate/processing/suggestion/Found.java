package dev.tidegate.processing.suggestion;

import dev.tidegate.processing.suggestion.Suggestion.Guess;
import java.util.List;

/**
 * What a field is made of.
 *
 * @param column of the sample; one without a path where the value is told
 */
record Found(Target target, Column column, String expression, double confidence, String reason) {
    private static final Column NONE = new Column("", "", List.of(), false);

    /** A value that doesn't come from a column. */
    static Found told(Target target, String expression, double confidence, String reason) {
        return new Found(target, NONE, expression, confidence, reason);
    }

    Guess guess() {
        return new Guess(
                target.pointer(),
                column.name(),
                expression,
                Math.round(confidence * 100) / 100.0,
                reason,
                column.shown());
    }
}
