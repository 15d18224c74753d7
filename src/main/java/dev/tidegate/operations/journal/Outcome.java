package dev.tidegate.operations.journal;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.Fate;
import java.util.Optional;

/**
 * What became of an event.
 *
 * @param failure why, when it is dead or parked
 * @param before its fate until now, when it was processed again
 * @param known whether the journal had its fate already: nothing was done, nothing is to be counted
 */
public record Outcome(
        CanonicalEvent event,
        Fate fate,
        Optional<Failure> failure,
        Optional<Fate> before,
        boolean known) {}
