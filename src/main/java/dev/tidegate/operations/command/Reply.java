package dev.tidegate.operations.command;

import dev.tidegate.platform.web.Problem;
import java.util.Optional;

/** An answer as it is sent and kept. */
sealed interface Reply {
    /**
     * @param body JSON
     */
    record Answered(int status, Optional<String> location, String body, boolean replayed)
            implements Reply {}

    record Refused(Problem problem) implements Reply {}
}
