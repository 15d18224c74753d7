package dev.tidegate.console.overview;

import dev.tidegate.console.frame.Pill;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the overview shows at one moment.
 *
 * @param points of the chart, see {@link Rates#points}
 * @param lag how far effects are behind, in words
 */
public record OverviewPage(
        Instant at,
        Balance balance,
        long messages,
        String acceptedRate,
        String appliedRate,
        String points,
        String lag,
        Pill freshness,
        List<SourceRow> sources) {

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
