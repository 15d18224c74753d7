package dev.tidegate.governance.accounting;

/**
 * Conservation of entries. An accepted message counts as one entry until it is processed and its
 * entries are known.
 *
 * @param accepted entries accepted
 * @param pending entries without a fate yet
 * @param balanced whether {@code accepted = applied + duplicate + stale + parked + dead + pending},
 *     with {@code pending} no more than what the log still holds unread
 * @param messages messages that stand in the raw lanes
 * @param messagesPending messages of these that are not processed yet
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
        long messagesPending) {}
