package dev.tidegate.governance.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A field that one version of a schema has otherwise than another.
 *
 * @param kind {@code added}, {@code removed} or {@code changed}
 * @param field by its names, such as {@code lines.quantity}
 * @param before its type and what else is said of it, JSON; empty where it is added
 * @param after empty where it is removed
 */
public record FieldChange(String kind, String field, String before, String after) {
    private static final int DEPTH_MAX = 50;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of Avro and JSON Schema; a schema in another language has no fields that are told here. */
    static List<FieldChange> between(String before, String after) {
        var old = fields(before);
        var now = fields(after);
        var changes = new ArrayList<FieldChange>();
        old.forEach(
                (field, told) -> {
                    var later = now.get(field);
                    if (later == null) {
                        changes.add(new FieldChange("removed", field, told, ""));
                    } else if (!later.equals(told)) {
                        changes.add(new FieldChange("changed", field, told, later));
                    }
                });
        now.forEach(
                (field, told) -> {
                    if (!old.containsKey(field)) {
                        changes.add(new FieldChange("added", field, "", told));
                    }
                });
        return changes;
    }

    private static Map<String, String> fields(String text) {
        var fields = new LinkedHashMap<String, String>();
        if (text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")) {
            collect(JSON.readTree(text), "", fields, 0);
        }
        return fields;
    }

    private static void collect(
            JsonNode schema, String path, Map<String, String> fields, int depth) {
        if (depth > DEPTH_MAX) {
            return;
        }
        if (schema.isArray()) {
            schema.forEach(one -> collect(one, path, fields, depth + 1));
            return;
        }
        for (var field : schema.path("fields")) {
            add(path, field.path("name").asString(""), field, fields, depth);
            collect(field.path("type"), below(path, field), fields, depth + 1);
        }
        for (var property : schema.path("properties").properties()) {
            add(path, property.getKey(), property.getValue(), fields, depth);
            collect(property.getValue(), path + property.getKey() + ".", fields, depth + 1);
        }
        if (schema.path("type").isContainer()) {
            collect(schema.path("type"), path, fields, depth + 1);
        }
        collect(schema.path("items"), path, fields, depth + 1);
    }

    private static String below(String path, JsonNode field) {
        return path + field.path("name").asString("") + ".";
    }

    /** Without the fields within it, which are told by themselves. */
    private static void add(
            String path, String name, JsonNode told, Map<String, String> fields, int depth) {
        fields.put(path + name, shallow(told, depth).toString());
    }

    private static JsonNode shallow(JsonNode told, int depth) {
        if (depth > DEPTH_MAX || !told.isContainer()) {
            return told;
        }
        if (told.isArray()) {
            var all = JSON.createArrayNode();
            told.forEach(one -> all.add(shallow(one, depth + 1)));
            return all;
        }
        var object = JSON.createObjectNode();
        told.properties().stream()
                .filter(member -> !List.of("fields", "properties").contains(member.getKey()))
                .forEach(
                        member ->
                                object.set(member.getKey(), shallow(member.getValue(), depth + 1)));
        return object;
    }
}
