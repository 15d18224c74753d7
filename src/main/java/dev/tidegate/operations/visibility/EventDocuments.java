package dev.tidegate.operations.visibility;

import dev.tidegate.operations.visibility.EventQueries.Row;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events as EPCIS 2.0 JSON-LD: extensions under their full names, so that one context serves all.
 */
final class EventDocuments {
    private static final String CONTEXT =
            "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";

    private final JsonMapper json;
    private final Clock clock;

    EventDocuments(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** An {@code EPCISQueryDocument}. */
    ObjectNode results(List<Row> rows) {
        var document = json.createObjectNode();
        document.putArray("@context").add(CONTEXT);
        document.put("type", "EPCISQueryDocument");
        document.put("schemaVersion", "2.0");
        document.put("creationDate", clock.instant().toString());
        var results = document.putObject("epcisBody").putObject("queryResults");
        results.put("queryName", "SimpleEventQuery");
        var events = results.putObject("resultsBody").putArray("eventList");
        rows.forEach(row -> events.add(event(row)));
        return document;
    }

    ObjectNode one(Row row) {
        var event = json.createObjectNode();
        event.putArray("@context").add(CONTEXT);
        event.setAll(event(row));
        return event;
    }

    /** With its id, made of its contents where none was told, and its record time. */
    private ObjectNode event(Row row) {
        var event = (ObjectNode) json.readTree(row.json());
        event.put("eventID", row.eventId());
        event.put("recordTime", row.recordedAt().toString());
        return event;
    }
}
