package dev.tidegate.governance.accounting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much a number may be trusted now.
 *
 * @param status {@code current}; {@code delayed} when input accepted longer ago than the objective
 *     has not taken effect; {@code pending_reconciliation} when the books can't explain what was
 *     told
 * @param asOf everything accepted by then has taken effect; null while no such moment is known
 * @param lagMs how long ago that is
 */
public record Freshness(String status, @Nullable Instant asOf, @Nullable Long lagMs) {
    private static final String CURRENT = "current";
    private static final String DELAYED = "delayed";
    private static final String PENDING_RECONCILIATION = "pending_reconciliation";

    static Freshness at(Optional<Instant> asOf, Instant now, Duration objective) {
        if (asOf.isEmpty()) {
            return new Freshness(DELAYED, null, null);
        }
        long lagMs = Math.max(Duration.between(asOf.get(), now).toMillis(), 0);
        return new Freshness(lagMs > objective.toMillis() ? DELAYED : CURRENT, asOf.get(), lagMs);
    }

    /** Of a number that the books don't explain in full. */
    public Freshness unexplained() {
        return new Freshness(PENDING_RECONCILIATION, asOf, lagMs);
    }
}
