package dev.tidegate.processing;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.drift.Departure;
import dev.tidegate.processing.document.Reading.Document;
import java.util.List;

/** Is told beside the reading what the events don't say; it changes nothing of them. */
interface Watch {
    /** For readings that nobody keeps: rehearsals, traces, dry runs. */
    Watch NONE = (message, source, document, departures) -> {};

    /**
     * @param departures at least one
     */
    void departed(
            RawMessage message, Prepared source, Document document, List<Departure> departures);
}
