package dev.tidegate.governance.registry.language;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** One text of JSON Schema, and the others that it may refer to. Nothing is ever fetched. */
final class JsonDocument {
    private final JsonNode root;
    private final List<JsonGrammar.Place> places;
    private final Map<String, JsonDocument> others;
    private final Map<String, JsonNode> anchors = new HashMap<>();

    /**
     * @param others by the names of the references, and by their own {@code $id}
     */
    JsonDocument(JsonNode root, List<JsonGrammar.Place> places, Map<String, JsonDocument> others) {
        this.root = root;
        this.places = List.copyOf(places);
        this.others = Map.copyOf(others);
        for (var place : places) {
            anchor(place.schema()).ifPresent(name -> anchors.put(name, place.schema()));
        }
    }

    SchemaNode whole() {
        return new SchemaNode(this, root);
    }

    JsonNode root() {
        return root;
    }

    /** Every schema of the text, itself first. */
    List<JsonGrammar.Place> places() {
        return places;
    }

    /** {@code $id}, or draft 4's {@code id}; empty where there is none. */
    String id() {
        return idOf(root);
    }

    static String idOf(JsonNode schema) {
        var id = schema.path("$id");
        return (id.isString() ? id : schema.path("id")).asString("").replaceFirst("#$", "");
    }

    /** Until 2019-09 what stands beside {@code $ref} meant nothing. */
    boolean heedsWhatIsBesideRef() {
        var draft = root.path("$schema").asString("");
        return draft.contains("2019-09") || draft.contains("2020-12");
    }

    Optional<SchemaNode> resolve(String reference) {
        int hash = reference.indexOf('#');
        var base = hash < 0 ? reference : reference.substring(0, hash);
        var fragment = hash < 0 ? "" : reference.substring(hash + 1);
        return (base.isEmpty() ? Optional.of(this) : document(base))
                .flatMap(document -> document.at(fragment));
    }

    private Optional<JsonDocument> document(String base) {
        if (base.equals(id())) {
            return Optional.of(this);
        }
        return Optional.ofNullable(others.get(base))
                .or(() -> Optional.ofNullable(others.get(absolute(base))));
    }

    private String absolute(String base) {
        try {
            return URI.create(id()).resolve(base).toString();
        } catch (IllegalArgumentException e) {
            return base;
        }
    }

    private Optional<SchemaNode> at(String fragment) {
        if (!fragment.isEmpty() && !fragment.startsWith("/")) {
            return Optional.ofNullable(anchors.get(fragment)).map(this::node);
        }
        try {
            var plain = URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
            return Optional.of(root.at(JsonPointer.compile(plain)))
                    .filter(JsonGrammar::isSchema)
                    .map(this::node);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private SchemaNode node(JsonNode json) {
        return new SchemaNode(this, json);
    }

    private static Optional<String> anchor(JsonNode schema) {
        var anchor = schema.path("$anchor");
        if (anchor.isString()) {
            return Optional.of(anchor.asString());
        }
        return Optional.of(schema.path("$id").asString(schema.path("id").asString("")))
                .filter(id -> id.startsWith("#") && id.length() > 1)
                .map(id -> id.substring(1));
    }
}
