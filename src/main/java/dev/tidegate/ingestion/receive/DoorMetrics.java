package dev.tidegate.ingestion.receive;

import dev.tidegate.contract.Lane;
import dev.tidegate.ingestion.admission.Admission;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** What the door counts, over all tenants: metrics are open to whoever may scrape them. */
public final class DoorMetrics {
    private final MeterRegistry registry;
    private final Map<Lane, Counter> messages = new EnumMap<>(Lane.class);
    private final Map<Lane, Counter> bytes = new EnumMap<>(Lane.class);

    public DoorMetrics(MeterRegistry registry, Admission admission) {
        this.registry = registry;
        for (Lane lane : Lane.values()) {
            messages.put(lane, registry.counter("tidegate.accepted", "lane", lane.label()));
            bytes.put(lane, registry.counter("tidegate.accepted.bytes", "lane", lane.label()));
        }
        Gauge.builder("tidegate.ingestion.in.flight.bytes", admission, Admission::inFlight)
                .register(registry);
    }

    void accepted(Lane lane, long count, long size) {
        count(messages, lane, count);
        count(bytes, lane, size);
    }

    /**
     * @param reason the problem's code
     */
    void refused(String reason) {
        registry.counter("tidegate.refused", "reason", reason).increment();
    }

    private static void count(Map<Lane, Counter> counters, Lane lane, long more) {
        var counter = counters.get(lane);
        if (counter != null) {
            counter.increment(more);
        }
    }
}
