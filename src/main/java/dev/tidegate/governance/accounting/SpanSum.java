package dev.tidegate.governance.accounting;

import dev.tidegate.contract.Fate;
import dev.tidegate.contract.Settlements.Settled;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up what was accepted in a span of time, message by message. */
final class SpanSum {
    private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    private long messages;
    private long messagesPending;
    private long pending;
    private long unsettled;
    private long unheardOf;

    /**
     * Of a stretch of one partition.
     *
     * @param offsets of the tenant's messages in the log
     * @param processed next offset of processing there, read before the settled
     * @param settled by offset, what became of the tenant's messages in the same stretch
     */
    void add(List<Long> offsets, long processed, Map<Long, Settled> settled) {
        var rest = new HashMap<>(settled);
        for (long offset : offsets) {
            add(offset < processed, rest.remove(offset));
        }
        unheardOf += rest.size();
    }

    /** Until one of its entries has a fate, a message counts as one. */
    private void add(boolean processed, @Nullable Settled known) {
        long missing = known == null ? 1 : known.entries() - known.settled();
        messages++;
        pending += missing;
        if (processed) {
            unsettled += missing;
        } else {
            messagesPending++;
        }
        if (known != null) {
            known.fates().forEach((fate, count) -> fates.merge(fate, count, Long::sum));
        }
    }

    /**
     * It balances when what was sent on without having met its fate may still stand in the log, and
     * nothing met a fate that the log does not hold.
     *
     * @param unread records sent on by processing and not read by operations, of all tenants
     */
    Accounting balance(long unread) {
        long settled = fates.values().stream().mapToLong(Long::longValue).sum();
        return new Accounting(
                settled + pending,
                of(Fate.APPLIED),
                of(Fate.DUPLICATE),
                of(Fate.STALE),
                of(Fate.PARKED),
                of(Fate.DEAD),
                pending,
                unheardOf == 0 && unsettled <= unread,
                messages,
                messagesPending);
    }

    private long of(Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }
}
