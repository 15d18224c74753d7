package dev.tidegate.processing.epcis;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Locator;
import dev.tidegate.processing.document.Provenance;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.json.JsonAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * EPCIS 2.0 in JSON or JSON-LD: an {@code EPCISDocument} or {@code EPCISQueryDocument}, an event,
 * an array of either. What is no JSON is told by the JSON adapter, with its place.
 */
final class JsonDocuments {
    /** Where a document's events stand, by its type. */
    private static final Map<String, List<String>> EVENTS =
            Map.of(
                    "EPCISDocument", List.of("epcisBody", "eventList"),
                    "EPCISQueryDocument",
                            List.of("epcisBody", "queryResults", "resultsBody", "eventList"));

    private final JsonAdapter json;
    private final EventReadings events;

    JsonDocuments(NormaliserSettings settings, EventReadings events) {
        this.json = new JsonAdapter(settings);
        this.events = events;
    }

    Locator locator(RawMessage message, SourceDefinition source) {
        return json.locator(message, source);
    }

    void read(RawMessage message, SourceDefinition source, Consumer<Reading> out) {
        var read = new ArrayList<Reading>();
        json.read(message, source, read::add);
        for (Reading reading : read) {
            switch (reading) {
                case Reading.Unreadable _ -> out.accept(reading);
                case Reading.Document document -> split(document, out);
            }
        }
    }

    private void split(Reading.Document document, Consumer<Reading> out) {
        var tree = document.tree();
        var names = JsonNames.of(tree.get("@context"));
        var path = tree.get("type") instanceof String type ? EVENTS.get(type) : null;
        if (path == null) {
            out.accept(event(document, tree, List.of(), names));
            return;
        }
        if (!(at(tree, path) instanceof List<?> list) || list.isEmpty()) {
            out.accept(
                    new Reading.Unreadable(
                            document.ref(),
                            Refusals.noEvents(document.places().at(List.copyOf(path))),
                            document.fingerprint()));
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            var steps = new ArrayList<Object>(path);
            steps.add(i);
            out.accept(event(document, list.get(i), steps, names));
        }
    }

    private Reading event(
            Reading.Document document, @Nullable Object raw, List<Object> path, JsonNames names) {
        String ref = path.isEmpty() ? document.ref() : document.places().at(path);
        if (!(raw instanceof Map<?, ?> event)) {
            return new Reading.Unreadable(ref, Refusals.notAnObject(ref), document.fingerprint());
        }
        var own = names.with(event.get("@context"));
        return events.read(
                ref,
                own.expanded(event),
                node -> Provenance.path(event, node).map(steps -> place(document, path, steps)),
                place(document, path, List.of()));
    }

    private static String place(Reading.Document document, List<Object> path, List<Object> below) {
        var steps = new ArrayList<>(path);
        steps.addAll(below);
        return document.places().at(steps);
    }

    private static @Nullable Object at(Map<?, ?> tree, List<String> path) {
        Object node = tree;
        for (String step : path) {
            node = node instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return node;
    }
}
