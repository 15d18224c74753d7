package dev.tidegate.processing;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.drift.Departure;
import dev.tidegate.processing.document.Reading.Document;
import dev.tidegate.processing.mapping.Mapping;
import java.util.List;
import java.util.Map;

/** Is told beside the reading what the events don't say; it changes nothing of them. */
interface Watch {
    /** For readings that nobody keeps: rehearsals, traces, dry runs, entries read again. */
    Watch NONE = new Nobody();

    /**
     * @param departures from the source's contract, at least one
     */
    void departed(
            RawMessage message, Prepared source, Document document, List<Departure> departures);

    /**
     * A document was mapped.
     *
     * @param variables bound beside those of the source
     */
    void mapped(
            RawMessage message,
            Prepared source,
            Document document,
            Mapping mapping,
            Map<String, Object> variables);

    /** Looks away. */
    record Nobody() implements Watch {
        @Override
        public void departed(
                RawMessage message,
                Prepared source,
                Document document,
                List<Departure> departures) {}

        @Override
        public void mapped(
                RawMessage message,
                Prepared source,
                Document document,
                Mapping mapping,
                Map<String, Object> variables) {}
    }
}
