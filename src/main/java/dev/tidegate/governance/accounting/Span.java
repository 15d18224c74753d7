package dev.tidegate.governance.accounting;

import dev.tidegate.platform.web.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A span of time in which messages were accepted.
 *
 * @param from accepted at or after; empty for since ever
 * @param to accepted before; empty for until now
 */
public record Span(Optional<Instant> from, Optional<Instant> to) {
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /**
     * @throws dev.tidegate.platform.web.ProblemException {@code invalid_parameter} when it ends
     *     before it begins
     */
    public Span {
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw Problem.of(
                            400,
                            "invalid_parameter",
                            "A parameter has no usable value",
                            "query:from is later than query:to.",
                            "Swap them: from is the first moment, to the one after the last.")
                    .at("query:from", "later than to")
                    .asException();
        }
    }

    public boolean isAll() {
        return from.isEmpty() && to.isEmpty();
    }

    /**
     * The log keeps milliseconds: what was accepted at or after a time has at least these.
     *
     * @return since 1970, never negative
     */
    static long millis(Instant time) {
        var within =
                time.isAfter(LATEST) ? LATEST : time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
        return within.plus(Duration.ofMillis(1)).minusNanos(1).toEpochMilli();
    }
}
