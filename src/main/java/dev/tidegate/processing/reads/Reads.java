package dev.tidegate.processing.reads;

import dev.tidegate.contract.CanonicalSchemas;
import dev.tidegate.contract.EventType;
import dev.tidegate.governance.agreement.FieldPath;
import dev.tidegate.processing.mapping.Mapping;
import dev.tidegate.processing.mapping.Mapping.Outcome;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping reads of one document: it maps a copy that remembers, and what comes of it is
 * looked at and forgotten. A value that is handed on is known by its identity wherever it lands in
 * the canonical event; of one that is computed with only the asking is known.
 */
public final class Reads {
    private static final Map<String, EventType> TYPES =
            Arrays.stream(EventType.values()).collect(Collectors.toMap(EventType::label, t -> t));

    private final Tracked tracked;
    private final Set<Read> reads = new LinkedHashSet<>();

    private Reads(Map<String, Object> document) {
        this.tracked = new Tracked(document);
    }

    /**
     * @param path in the source's documents
     * @param eventType canonical; empty where the value was only looked at
     * @param field canonical path, with {@code *} for items; empty likewise
     */
    public record Read(String path, String eventType, String field) {}

    public static Set<Read> of(
            Mapping mapping, Map<String, Object> document, Map<String, ?> variables) {
        var watching = new Reads(document);
        if (mapping.apply(watching.tracked.tree, variables) instanceof Outcome.Mapped(var tree)) {
            watching.events(tree);
            watching.looks();
        }
        return watching.reads;
    }

    private void events(@Nullable Object tree) {
        switch (tree) {
            case List<?> list -> list.forEach(this::event);
            case null, default -> event(tree);
        }
    }

    private void event(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> event
                && event.get("type") instanceof String label
                && TYPES.containsKey(label)
                && event.get("body") instanceof Map<?, ?> body) {
            var type = TYPES.get(label);
            landed(label, CanonicalSchemas.of(type), body, new FieldPath(List.of()));
            for (String beside : List.of("version", "key", "dedupe", "ordering")) {
                origin(label, event.get(beside), new FieldPath(List.of(beside)));
            }
        }
    }

    /** Only what the canonical schema has a field for lands anywhere. */
    private void landed(String type, Schema schema, Map<?, ?> body, FieldPath path) {
        for (Schema.Field field : schema.getFields()) {
            value(type, field.schema(), body.get(field.name()), path.below(field.name()));
        }
    }

    private void value(String type, Schema schema, @Nullable Object value, FieldPath path) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(one -> value(type, one, value, path));
            case ARRAY -> {
                if (value instanceof List<?> items) {
                    items.forEach(
                            item ->
                                    value(
                                            type,
                                            schema.getElementType(),
                                            item,
                                            path.below(FieldPath.ANY)));
                }
            }
            case RECORD -> {
                if (value instanceof Map<?, ?> object) {
                    landed(type, schema, object, path);
                }
            }
            default -> origin(type, value, path);
        }
    }

    private void origin(String type, @Nullable Object value, FieldPath path) {
        var from = value == null ? null : tracked.origins.get(value);
        if (from != null) {
            reads.add(new Read(from, type, path.toString()));
        }
    }

    /** What was asked for and has landed nowhere. */
    private void looks() {
        var landed = reads.stream().map(Read::path).collect(Collectors.toCollection(HashSet::new));
        tracked.asked.stream()
                .filter(path -> !landed.contains(path))
                .forEach(path -> reads.add(new Read(path, "", "")));
    }
}
