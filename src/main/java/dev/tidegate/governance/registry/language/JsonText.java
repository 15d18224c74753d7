package dev.tidegate.governance.registry.language;

import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON that a schema is written in: strict, bounded, numbers as they were written. */
final class JsonText {
    private final JsonMapper json;

    JsonText(LanguageLimits limits) {
        var bounds = StreamReadConstraints.builder().maxNestingDepth(limits.depthMax()).build();
        var factory =
                JsonFactory.builder()
                        .streamReadConstraints(bounds)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build();
        json =
                JsonMapper.builder(factory)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .build();
    }

    /** Thrown within this package only; becomes a {@link Reading.Refused}. */
    static final class Broken extends Exception {
        private final Reading.Refused refused;

        Broken(String place, String detail) {
            super(detail, null, false, false);
            refused = new Reading.Refused(place, detail);
        }

        Reading.Refused refused() {
            return refused;
        }
    }

    JsonNode read(String text) throws Broken {
        try {
            var tree = json.readTree(text);
            if (tree == null || tree.isMissingNode()) {
                throw new Broken("", "the schema is empty");
            }
            return tree;
        } catch (JacksonException e) {
            var at = e.getLocation();
            var place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new Broken(place, e.getOriginalMessage());
        }
    }

    /** Without whitespace. */
    String write(JsonNode tree) {
        return json.writeValueAsString(tree);
    }

    /** With the members of every object in the order of their names. */
    static JsonNode sorted(JsonNode tree) {
        if (tree.isObject()) {
            var members = new TreeMap<String, JsonNode>();
            tree.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            var sorted = JsonNodeFactory.instance.objectNode();
            members.forEach((name, value) -> sorted.set(name, sorted(value)));
            return sorted;
        }
        if (tree.isArray()) {
            var sorted = JsonNodeFactory.instance.arrayNode();
            tree.forEach(element -> sorted.add(sorted(element)));
            return sorted;
        }
        return tree;
    }
}
