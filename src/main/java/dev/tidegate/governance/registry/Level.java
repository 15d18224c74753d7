package dev.tidegate.governance.registry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which schemas of a subject must read each other's data. */
enum Level {
    NONE(false, false, false),
    /** The new one reads what the last one wrote: consumers go first. */
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    /** The last one reads what the new one writes: producers go first. */
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    static final Level DEFAULT = BACKWARD;

    private final boolean newReadsOld;
    private final boolean oldReadsNew;
    private final boolean transitive;

    Level(boolean newReadsOld, boolean oldReadsNew, boolean transitive) {
        this.newReadsOld = newReadsOld;
        this.oldReadsNew = oldReadsNew;
        this.transitive = transitive;
    }

    static Level named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                RegistryError.INVALID_COMPATIBILITY_LEVEL.refusal(
                                        "Invalid compatibility level %s. Valid values are NONE,"
                                                + " BACKWARD, FORWARD, FULL, BACKWARD_TRANSITIVE,"
                                                + " FORWARD_TRANSITIVE and FULL_TRANSITIVE.",
                                        String.valueOf(name)));
    }

    boolean newReadsOld() {
        return newReadsOld;
    }

    boolean oldReadsNew() {
        return oldReadsNew;
    }

    /** Whether all versions count, not the last one alone. */
    boolean isTransitive() {
        return transitive;
    }
}
