package dev.tidegate.governance.accounting;

/**
 * Conservation of entries. An accepted message counts as one entry until it is processed and its
 * entries are known.
 *
 * @param accepted entries accepted
 * @param pending entries without a fate yet
 * @param balanced whether {@code accepted = applied + duplicate + stale + parked + dead + pending},
 *     with {@code pending} neither negative nor more than what the log still holds unread
 * @param messages messages that stand in the raw lanes
 */
public record Accounting(
        long accepted,
        long applied,
        long duplicate,
        long stale,
        long parked,
        long dead,
        long pending,
        boolean balanced,
        long messages,
        long messagesPending) {

    /**
     * @param messages counted in the log, by the tally
     * @param processed messages whose entries were sent on
     * @param entries of the processed messages
     * @param unread records that the log still holds unread, over all consumers and tenants
     */
    static Accounting of(
            long messages,
            long processed,
            long entries,
            long applied,
            long duplicate,
            long stale,
            long parked,
            long dead,
            long unread) {
        long fates = applied + duplicate + stale + parked + dead;
        // Processing may be ahead of the tally, which reads the same records by itself: what the
        // tally
        // has not read yet is no message too few. With nothing unread there is no such excuse.
        boolean tallyBehind = processed > messages && processed - messages <= unread;
        long unprocessed = tallyBehind ? 0 : messages - processed;
        // Entries meet their fates before the batch that made them is counted as processed.
        long known = Math.max(entries, fates);
        long pending = unprocessed + known - fates;
        return new Accounting(
                unprocessed + known,
                applied,
                duplicate,
                stale,
                parked,
                dead,
                pending,
                pending >= 0 && pending <= unread && (fates <= entries || unread > 0),
                messages,
                Math.max(unprocessed, 0));
    }
}
