package dev.tidegate.governance.registry.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** One schema in its document; it is itself, however much another looks like it. */
final class SchemaNode {
    private final JsonDocument document;
    private final JsonNode json;

    SchemaNode(JsonDocument document, JsonNode json) {
        this.document = document;
        this.json = json;
    }

    JsonNode json() {
        return json;
    }

    JsonDocument document() {
        return document;
    }

    boolean has(String keyword) {
        return json.has(keyword);
    }

    JsonNode get(String keyword) {
        return json.path(keyword);
    }

    boolean isFalse() {
        return json.isBoolean() && !json.asBoolean();
    }

    SchemaNode of(JsonNode inner) {
        return new SchemaNode(document, inner);
    }

    /** A schema that takes anything, in this document. */
    SchemaNode any() {
        return of(BooleanNode.TRUE);
    }

    Optional<SchemaNode> schema(String keyword) {
        return has(keyword) ? Optional.of(of(get(keyword))) : Optional.empty();
    }

    List<SchemaNode> schemas(String keyword) {
        var schemas = new ArrayList<SchemaNode>();
        get(keyword).forEach(inner -> schemas.add(of(inner)));
        return schemas;
    }

    Map<String, SchemaNode> members(String keyword) {
        var members = new LinkedHashMap<String, SchemaNode>();
        get(keyword)
                .properties()
                .forEach(member -> members.put(member.getKey(), of(member.getValue())));
        return members;
    }

    List<String> names(String keyword) {
        var names = new ArrayList<String>();
        get(keyword).forEach(name -> names.add(name.asString()));
        return names;
    }

    Optional<SchemaNode> referred() {
        return has("$ref") ? document.resolve(get("$ref").asString()) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SchemaNode node && node.json == json && node.document == document;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(json);
    }
}
