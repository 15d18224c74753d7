package dev.tidegate.console.overview;

import dev.tidegate.console.frame.Pill;
import dev.tidegate.console.frame.Text;
import dev.tidegate.governance.accounting.AccountingQueries;
import dev.tidegate.governance.accounting.FreshnessPoll;
import dev.tidegate.governance.source.SourceCatalog;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.operations.journal.DeadLetter;
import dev.tidegate.operations.journal.DeadLetterQueries;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Puts the overview together. */
final class Overview {
    private static final int LETTERS = 5;
    private static final DeadLetter.Filter OPEN =
            new DeadLetter.Filter(null, null, null, null, null, null);
    private static final Duration OBJECTIVE_DEFAULT = Duration.ofMinutes(5);

    private final AccountingQueries accounting;
    private final DeadLetterQueries letters;
    private final FreshnessPoll freshness;
    private final SourceCatalog sources;
    private final Throughput throughput;
    private final Clock clock;

    Overview(
            AccountingQueries accounting,
            DeadLetterQueries letters,
            FreshnessPoll freshness,
            SourceCatalog sources,
            Throughput throughput,
            Clock clock) {
        this.accounting = accounting;
        this.letters = letters;
        this.freshness = freshness;
        this.sources = sources;
        this.throughput = throughput;
        this.clock = clock;
    }

    OverviewPage of(TenantId tenant) {
        var total = accounting.of(tenant, Optional.empty());
        var rates = throughput.watch(tenant, total);
        var latest = rates.isEmpty() ? Rates.Rate.NONE : rates.getLast();
        var now = clock.instant();
        return new OverviewPage(
                now,
                Balance.of(total),
                total.messages(),
                Text.rate(latest.accepted()),
                Text.rate(latest.applied()),
                Rates.points(rates),
                freshness.of(tenant),
                total.balanced()
                        ? new Pill("balanced", "good", "applied")
                        : new Pill("does not balance", "bad", "warning"),
                accounting.flows(tenant).stream().map(flow -> row(tenant, flow, now)).toList(),
                accounting.lanes(tenant),
                letters.list(tenant, OPEN, Optional.empty(), LETTERS).items());
    }

    private OverviewPage.SourceRow row(TenantId tenant, AccountingQueries.Flow flow, Instant now) {
        var counts = flow.accounting();
        return new OverviewPage.SourceRow(
                flow.source(),
                freshness(flow, objective(tenant, flow.source()), now),
                counts.accepted(),
                counts.applied(),
                counts.dead() + counts.parked(),
                counts.pending(),
                flow.acceptedAt());
    }

    private Duration objective(TenantId tenant, String source) {
        return sources.find(tenant, new SourceId(source))
                .map(SourceDefinition::freshnessObjective)
                .orElse(OBJECTIVE_DEFAULT);
    }

    /** A source is late when its newest message is older than agreed, or its backlog is. */
    private static Pill freshness(AccountingQueries.Flow flow, Duration objective, Instant now) {
        var acceptedAt = flow.acceptedAt();
        if (acceptedAt == null) {
            return new Pill("silent", "", "open");
        }
        if (acceptedAt.plus(objective).isBefore(now)) {
            return new Pill(
                    "quiet for " + Text.duration(Duration.between(acceptedAt, now)), "", "pending");
        }
        return flow.accounting().pending() > 0
                ? new Pill("catching up", "wait", "pending")
                : new Pill("current", "good", "applied");
    }
}
