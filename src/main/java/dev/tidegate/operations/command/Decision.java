package dev.tidegate.operations.command;

import dev.tidegate.platform.web.Problem;
import java.util.List;
import java.util.Map;

/**
 * What a desk decided.
 *
 * @param <S> the state of the subject
 */
public sealed interface Decision<S> {
    /**
     * The command stands: these documents go into the log.
     *
     * @param documents nearly canonical, each {@code {"type", ...body}}
     * @param after the subject's state with them applied
     */
    record Send<S>(List<Map<String, Object>> documents, S after) implements Decision<S> {}

    /** It is so already: nothing needs to be done. */
    record Settled<S>() implements Decision<S> {}

    record Refuse<S>(Problem problem) implements Decision<S> {}
}
