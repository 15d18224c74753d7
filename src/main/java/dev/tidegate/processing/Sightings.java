package dev.tidegate.processing;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.drift.Departure;
import dev.tidegate.governance.drift.FindingLedger;
import dev.tidegate.governance.drift.Sighting;
import dev.tidegate.processing.document.Reading.Document;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How documents of one batch departed from their contracts, gathered so that a finding is written
 * once a batch. One thread's.
 */
final class Sightings {
    /**
     * Findings that one batch writes to at most; what is beyond comes up again in later batches.
     */
    private static final int KEYS_MAX = 200;

    private static final int EXAMPLES_MAX = 5;
    private static final String NAME = "tidegate.drift.documents";

    private final MeterRegistry meters;
    private final Map<Sighting.Key, Sighting> seen = new LinkedHashMap<>();

    Sightings(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Forgets what a batch left behind that was not committed. */
    void begin() {
        seen.clear();
    }

    void add(RawMessage message, Prepared source, Document document, List<Departure> departures) {
        for (Departure departure : departures) {
            var one = sighting(message, source, document, departure);
            if (seen.size() < KEYS_MAX || seen.containsKey(one.key())) {
                seen.merge(one.key(), one, Sightings::sum);
            }
        }
    }

    private static Sighting sighting(
            RawMessage message, Prepared source, Document document, Departure departure) {
        var key =
                new Sighting.Key(
                        message.tenant(),
                        message.source(),
                        departure.document(),
                        departure.path(),
                        departure.kind());
        var example =
                new Sighting.Example(
                        message.address(),
                        document.ref(),
                        document.places().at(departure.place()),
                        departure.observed());
        return new Sighting(
                key,
                departure.noted(),
                source.contract().version(),
                departure.expected(),
                departure.observed(),
                1,
                message.acceptedAt(),
                message.acceptedAt(),
                List.of(example));
    }

    private static Sighting sum(Sighting one, Sighting next) {
        var examples = new ArrayList<>(one.examples());
        if (examples.size() < EXAMPLES_MAX) {
            examples.addAll(next.examples());
        }
        return new Sighting(
                one.key(),
                one.noted(),
                one.contract(),
                one.expected(),
                one.observed(),
                one.count() + next.count(),
                one.first().isBefore(next.first()) ? one.first() : next.first(),
                one.last().isAfter(next.last()) ? one.last() : next.last(),
                examples);
    }

    /** Writes them in the transaction that moves the batch's position. */
    void write(JdbcClient jdbc) {
        if (!seen.isEmpty()) {
            FindingLedger.add(jdbc, seen.values());
        }
    }

    /** Counts what was committed; metrics are open to all, so no tenant or source is named. */
    void committed() {
        for (Sighting one : seen.values()) {
            meters.counter(NAME, "kind", one.key().kind().label()).increment(one.count());
        }
        seen.clear();
    }
}
