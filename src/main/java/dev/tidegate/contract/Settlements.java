package dev.tidegate.contract;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.util.Map;
import java.util.Optional;

/** What became of messages, by where their bytes stand. */
public interface Settlements {
    /**
     * A message of which at least one entry has met its fate.
     *
     * @param entries that were made of it when it was first read
     * @param settled those of them that have a fate
     * @param fates of all its entries, among them what a later mapping made beyond the first
     */
    record Settled(long entries, long settled, Map<Fate, Long> fates) {}

    /**
     * By offset, what became of a tenant's messages in a stretch of one partition.
     *
     * @param from first offset
     * @param to offset after the last
     */
    Map<Long, Settled> of(
            TenantId tenant,
            Optional<SourceId> source,
            Lane lane,
            int partition,
            long from,
            long to);
}
