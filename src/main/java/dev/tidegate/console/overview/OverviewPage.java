package dev.tidegate.console.overview;

import dev.tidegate.console.frame.Pill;
import dev.tidegate.governance.accounting.AccountingQueries;
import dev.tidegate.governance.accounting.Freshness;
import dev.tidegate.operations.journal.DeadLetter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the overview shows at one moment.
 *
 * @param points of the chart, see {@link Rates#points}
 * @param letters the newest that are open
 * @param freshness of all numbers of the tenant
 * @param sum whether the fates add up to what was accepted
 */
public record OverviewPage(
        Instant at,
        Balance balance,
        long messages,
        String acceptedRate,
        String appliedRate,
        String points,
        Freshness freshness,
        Pill sum,
        List<SourceRow> sources,
        List<AccountingQueries.LaneFlow> lanes,
        List<DeadLetter> letters) {

    /**
     * One source's line.
     *
     * @param trouble dead and parked entries
     */
    public record SourceRow(
            String source,
            Pill freshness,
            long accepted,
            long applied,
            long trouble,
            long pending,
            @Nullable Instant acceptedAt) {}
}
