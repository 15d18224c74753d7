package dev.tidegate.governance.registry.language;

import dev.tidegate.governance.registry.language.SchemaField.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The properties of a JSON Schema with their annotations. */
final class JsonFields {
    private static final Pattern PROPERTY = Pattern.compile("(?:.*/)?properties/([^/]+)");

    private JsonFields() {}

    static List<SchemaField> of(List<JsonGrammar.Place> places) {
        return places.stream().flatMap(place -> field(place).stream()).toList();
    }

    /** What only holds others, or refers to a schema of its own, means what they mean. */
    private static Optional<SchemaField> field(JsonGrammar.Place place) {
        var property = PROPERTY.matcher(place.pointer());
        var schema = place.schema();
        if (!property.matches() || schema.has("properties") || schema.has("$ref")) {
            return Optional.empty();
        }
        return Optional.of(
                new SchemaField(
                        place.pointer(),
                        property.group(1),
                        kind(schema),
                        schema.path("x-unit").asString(""),
                        schema.path("x-code-list").asString(""),
                        schema.path("x-classification").asString("") + tags(schema)));
    }

    private static String tags(JsonNode schema) {
        var tags = schema.path("confluent:tags");
        return tags.isEmpty() ? "" : tags.toString();
    }

    private static Kind kind(JsonNode schema) {
        if (schema.has("enum")) {
            return Kind.CODE;
        }
        var type = schema.path("type");
        boolean number =
                type.asString("").equals("number")
                        || type.valueStream().anyMatch(one -> one.asString("").equals("number"));
        return number ? Kind.QUANTITY : Kind.OTHER;
    }
}
