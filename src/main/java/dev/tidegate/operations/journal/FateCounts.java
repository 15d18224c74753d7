package dev.tidegate.operations.journal;

import dev.tidegate.contract.Fate;
import dev.tidegate.platform.log.LogBatch.Count;
import java.util.HashMap;
import java.util.Map;

/** Fates by where they came from; an entry that is processed again moves from one to another. */
final class FateCounts {
    private final Map<Count, Long> counts = new HashMap<>();

    void add(String topic, int partition, Outcome outcome) {
        if (outcome.known()) {
            return;
        }
        add(topic, partition, outcome, outcome.fate(), 1);
        outcome.before().ifPresent(before -> add(topic, partition, outcome, before, -1));
    }

    private void add(String topic, int partition, Outcome outcome, Fate fate, long by) {
        var event = outcome.event();
        counts.merge(
                new Count(topic, partition, event.tenant(), event.source(), fate.label()),
                by,
                Long::sum);
    }

    Map<Count, Long> all() {
        return counts;
    }
}
