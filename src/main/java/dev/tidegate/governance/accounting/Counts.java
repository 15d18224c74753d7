package dev.tidegate.governance.accounting;

/**
 * What the tally, processing and operations have counted, read at one moment. Each counts for
 * itself and may be ahead of the others, so that what lies between two counts is taken where it
 * can't cancel out: partition by partition, or source by source.
 *
 * @param messages by the tally
 * @param unprocessed of these
 * @param untallied messages processed that the tally has not counted
 * @param unsettled entries sent on by processing that have no fate
 * @param early fates of entries that processing has not counted: it sends a batch before it counts
 *     it, and a command is applied at once
 */
record Counts(
        long messages,
        long unprocessed,
        long untallied,
        long unsettled,
        long early,
        long applied,
        long duplicate,
        long stale,
        long parked,
        long dead) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    Counts plus(Counts other) {
        return new Counts(
                messages + other.messages,
                unprocessed + other.unprocessed,
                untallied + other.untallied,
                unsettled + other.unsettled,
                early + other.early,
                applied + other.applied,
                duplicate + other.duplicate,
                stale + other.stale,
                parked + other.parked,
                dead + other.dead);
    }

    /**
     * @param unread at that moment or later
     */
    Accounting balance(Unread unread) {
        long pending = unprocessed + unsettled;
        return new Accounting(
                applied + duplicate + stale + parked + dead + pending,
                applied,
                duplicate,
                stale,
                parked,
                dead,
                pending,
                isExplainedBy(unread),
                messages,
                unprocessed);
    }

    /** What one count lacks of another must still stand in the log, unread by whom it lacks. */
    private boolean isExplainedBy(Unread unread) {
        return untallied <= unread.tally()
                && unprocessed <= unread.processing()
                && unsettled <= unread.operations()
                && (early == 0 || unread.processing() > 0);
    }
}
