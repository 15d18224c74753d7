package dev.tidegate.operations.journal;

import dev.tidegate.contract.Fate;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is watched about applying: fates, batches, and how far behind acceptance it is. */
public final class FateMeters {
    private final Map<Fate, Counter> events = new EnumMap<>(Fate.class);
    private final DistributionSummary batchEvents;
    private final Timer batchTime;
    private final Timer lag;
    private final Clock clock;

    public FateMeters(MeterRegistry meters, Clock clock) {
        for (Fate fate : Fate.values()) {
            events.put(
                    fate,
                    Counter.builder("tidegate.events")
                            .description("Entries that met their fate")
                            .tag("fate", fate.label())
                            .register(meters));
        }
        this.batchEvents =
                DistributionSummary.builder("tidegate.operations.batch.events")
                        .description("Events applied in one transaction")
                        .register(meters);
        this.batchTime =
                Timer.builder("tidegate.operations.batch")
                        .description("From decoding a batch to its commit")
                        .publishPercentiles(0.5, 0.99)
                        .register(meters);
        this.lag =
                Timer.builder("tidegate.apply.lag")
                        .description("From acceptance to commit, of a batch's oldest event")
                        .publishPercentiles(0.5, 0.99)
                        .register(meters);
        this.clock = clock;
    }

    void committed(List<Outcome> outcomes, long nanos) {
        var oldest = outcomes.getFirst().event().acceptedAt();
        for (Outcome outcome : outcomes) {
            if (!outcome.known()) {
                counter(outcome.fate()).increment();
            }
            if (outcome.event().acceptedAt().isBefore(oldest)) {
                oldest = outcome.event().acceptedAt();
            }
        }
        batchEvents.record(outcomes.size());
        batchTime.record(Duration.ofNanos(nanos));
        lag.record(Duration.between(oldest, clock.instant()));
    }

    private Counter counter(Fate fate) {
        var counter = events.get(fate);
        if (counter == null) {
            throw new IllegalStateException("no counter for " + fate);
        }
        return counter;
    }
}
