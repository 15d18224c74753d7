package dev.tidegate.governance.source;

import java.util.Optional;

/**
 * Tells whether an expression is one that processing can run; implemented by processing, so that a
 * mistake is found when it is published and not when messages come.
 */
public interface MappingCheck {
    /** Nothing to object to; for a process without processing. */
    MappingCheck NONE = expression -> Optional.empty();

    /**
     * @param position characters from the start of the expression; -1 where it isn't known
     */
    record Fault(String detail, int position) {}

    Optional<Fault> fault(String expression);
}
