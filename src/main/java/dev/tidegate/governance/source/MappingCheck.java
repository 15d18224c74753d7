package dev.tidegate.governance.source;

import java.util.List;
import java.util.Optional;

/**
 * Tells whether an expression is one that processing can run; implemented by processing, so that a
 * mistake is found when it is published and not when messages come.
 */
public interface MappingCheck {
    /** Nothing to object to; for a process without processing. */
    MappingCheck NONE =
            new MappingCheck() {
                @Override
                public Optional<Fault> fault(String expression) {
                    return Optional.empty();
                }

                @Override
                public List<Finding> lint(String expression) {
                    return List.of();
                }
            };

    /**
     * @param position characters from the start of the expression; -1 where it isn't known
     */
    record Fault(String detail, int position) {}

    Optional<Fault> fault(String expression);

    /**
     * What is unwise in an expression, though it can be run.
     *
     * @param rule its name in docs/reference/mapping-linter.md
     * @param severity {@code error} where it will fail or be wrong, {@code warning} where it may,
     *     {@code note} where it is slow
     * @param line from 1
     * @param column from 1, of the end of the expression's first word
     * @param instead what to write
     */
    record Finding(
            String rule, String severity, int line, int column, String message, String instead) {}

    /** In the order of the text; nothing where it is no expression. */
    List<Finding> lint(String expression);
}
