package dev.tidegate.processing;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.drift.Departure;
import dev.tidegate.processing.document.Reading.Document;
import dev.tidegate.processing.mapping.Mapping;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one worker sees beside the events of a batch, written when the batch's position moves. */
record Observations(Sightings sightings, FieldSampler sampler) implements Watch {

    /** Forgets what a batch left behind that was not committed. */
    void begin() {
        sightings.begin();
        sampler.begin();
    }

    @Override
    public void departed(
            RawMessage message, Prepared source, Document document, List<Departure> departures) {
        sightings.add(message, source, document, departures);
    }

    @Override
    public void mapped(
            RawMessage message,
            Prepared source,
            Document document,
            Mapping mapping,
            Map<String, Object> variables) {
        sampler.look(message, source, document, mapping, variables);
    }

    void write(JdbcClient jdbc) {
        sightings.write(jdbc);
        sampler.write(jdbc);
    }

    void committed() {
        sightings.committed();
    }
}
