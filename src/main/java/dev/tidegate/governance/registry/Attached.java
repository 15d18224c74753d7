package dev.tidegate.governance.registry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What goes with a schema's text and is part of what it is: metadata and rules, as Confluent's
 * registry has them. They are kept and told; clients apply the rules, the registry doesn't.
 *
 * @param metadata {@code {"tags", "properties", "sensitive"}} as JSON in one order; empty for none
 * @param ruleSet {@code {"migrationRules", "domainRules", "encodingRules"}}; empty for none
 */
record Attached(String metadata, String ruleSet) {
    static final Attached NONE = new Attached("", "");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> RULES =
            List.of("migrationRules", "domainRules", "encodingRules");
    private static final Set<String> KINDS = Set.of("TRANSFORM", "CONDITION");
    private static final Set<String> MODES =
            Set.of("UPGRADE", "DOWNGRADE", "UPDOWN", "READ", "WRITE", "WRITEREAD");
    private static final List<String> TEXTS =
            List.of("name", "doc", "kind", "mode", "type", "expr", "onSuccess", "onFailure");

    /**
     * @throws dev.tidegate.platform.web.ProblemException 42201 or 42210, with the place
     */
    static Attached of(SchemaRequest request) {
        return new Attached(metadata(request.metadata()), ruleSet(request.ruleSet()));
    }

    boolean isNone() {
        return equals(NONE);
    }

    /** With what an earlier version has, where this one tells nothing. */
    Attached orAsIn(Attached earlier) {
        return new Attached(
                metadata.isEmpty() ? earlier.metadata : metadata,
                ruleSet.isEmpty() ? earlier.ruleSet : ruleSet);
    }

    /** Whether metadata tags the field of that name: {@code **.name}, or a path that ends in it. */
    boolean tags(String field) {
        return !metadata.isEmpty()
                && JSON.readTree(metadata)
                        .path("tags")
                        .propertyStream()
                        .anyMatch(
                                one ->
                                        one.getKey().endsWith("." + field)
                                                && !one.getValue().isEmpty());
    }

    @Nullable JsonNode metadataTold() {
        return metadata.isEmpty() ? null : JSON.readTree(metadata);
    }

    @Nullable JsonNode ruleSetTold() {
        return ruleSet.isEmpty() ? null : JSON.readTree(ruleSet);
    }

    private static String metadata(@Nullable JsonNode told) {
        if (told == null || told.isNull()) {
            return "";
        }
        var kept = JSON.createObjectNode();
        object(kept, told, "tags")
                .forEachEntry((path, tags) -> texts(tags, "/metadata/tags/" + path));
        object(kept, told, "properties")
                .forEachEntry((name, value) -> text(value, "/metadata/properties/" + name));
        if (told.path("sensitive").isArray()) {
            kept.set("sensitive", sorted(texts(told.get("sensitive"), "/metadata/sensitive")));
        }
        return kept.isEmpty() ? "" : kept.toString();
    }

    /** An object's member in the order of names, kept where it has any. */
    private static ObjectNode object(ObjectNode kept, JsonNode told, String name) {
        var value = told.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
            throw invalid("/metadata/" + name, "it is no object");
        }
        var sorted = JSON.createObjectNode();
        value.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> sorted.set(one.getKey(), one.getValue()));
        if (!sorted.isEmpty()) {
            kept.set(name, sorted);
        }
        return sorted;
    }

    private static JsonNode texts(JsonNode value, String pointer) {
        if (!value.isArray()) {
            throw invalid(pointer, "it is no list of texts");
        }
        for (int i = 0; i < value.size(); i++) {
            text(value.get(i), pointer + "/" + i);
        }
        return value;
    }

    private static void text(JsonNode value, String pointer) {
        if (!value.isString()) {
            throw invalid(pointer, "it is no text");
        }
    }

    private static ArrayNode sorted(JsonNode texts) {
        var sorted = JSON.createArrayNode();
        texts.valueStream().map(JsonNode::asString).distinct().sorted().forEach(sorted::add);
        return sorted;
    }

    private static String ruleSet(@Nullable JsonNode told) {
        if (told == null || told.isNull()) {
            return "";
        }
        var kept = JSON.createObjectNode();
        for (String name : RULES) {
            var rules = told.path(name);
            if (!rules.isMissingNode() && !rules.isNull() && !rules.isArray()) {
                throw invalidRule("/ruleSet/" + name, "it is no list of rules");
            }
            for (int i = 0; i < rules.size(); i++) {
                kept.withArray(name).add(rule(rules.get(i), "/ruleSet/" + name + "/" + i));
            }
        }
        return kept.isEmpty() ? "" : kept.toString();
    }

    private static ObjectNode rule(JsonNode told, String pointer) {
        if (told.path("name").asString("").isBlank() || told.path("type").asString("").isBlank()) {
            throw invalidRule(pointer, "a rule has a name and a type");
        }
        oneOf(KINDS, told.path("kind"), pointer + "/kind");
        oneOf(MODES, told.path("mode"), pointer + "/mode");
        var kept = JSON.createObjectNode();
        for (String name : TEXTS) {
            if (told.path(name).isString()) {
                kept.set(name, told.get(name));
            }
        }
        if (told.path("tags").isArray() && !told.path("tags").isEmpty()) {
            kept.set("tags", sorted(texts(told.get("tags"), pointer + "/tags")));
        }
        if (told.path("params").isObject() && !told.path("params").isEmpty()) {
            object(kept, told, "params")
                    .forEachEntry((name, value) -> text(value, pointer + "/params/" + name));
        }
        if (told.path("disabled").asBoolean(false)) {
            kept.put("disabled", true);
        }
        return kept;
    }

    private static void oneOf(Set<String> values, JsonNode told, String pointer) {
        if (!told.isMissingNode() && !told.isNull() && !values.contains(told.asString(""))) {
            throw invalidRule(
                    pointer,
                    "it is one of " + String.join(", ", values.stream().sorted().toList()));
        }
    }

    private static RuntimeException invalid(String pointer, String what) {
        return RegistryError.INVALID_SCHEMA.refusal("Invalid schema: %s: %s", pointer, what);
    }

    private static RuntimeException invalidRule(String pointer, String what) {
        return RegistryError.INVALID_RULESET.refusal("Invalid rule set: %s: %s", pointer, what);
    }
}
