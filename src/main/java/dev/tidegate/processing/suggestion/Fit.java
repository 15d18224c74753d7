package dev.tidegate.processing.suggestion;

/** Whether a column's values are what a field holds. */
sealed interface Fit {
    /**
     * They are.
     *
     * @param expression that makes the field's value of the column's path
     * @param reason what the values are, a sentence; empty where nothing can be said of them
     * @param weight by which the name's score is multiplied
     */
    record Fits(String expression, String reason, double weight) implements Fit {
        static Fits surely(String expression, String reason) {
            return new Fits(expression, reason, 1);
        }
    }

    /**
     * They aren't, or it can't be told.
     *
     * @param reason a sentence
     */
    record Unfit(String reason) implements Fit {}
}
