package dev.tidegate.cli;

import static picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which dead letters, by what they have in common. */
final class DeadLetterFilter {
    @Option(names = "--source", paramLabel = "S", description = "Of one source only.")
    private @Nullable String source;

    @Option(
            names = "--class",
            paramLabel = "C",
            description = "source_outage, schema_drift, data_quality, policy_rejection or fault.")
    private @Nullable String failureClass;

    @Option(names = "--code", paramLabel = "C", description = "Of one code only.")
    private @Nullable String code;

    @Option(names = "--key", paramLabel = "K", description = "Of one business key only.")
    private @Nullable String key;

    boolean isEmpty() {
        return given().isEmpty();
    }

    Query query(Query query) {
        given().forEach(query::with);
        return query;
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        given().forEach(json::put);
        return json;
    }

    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        put(given, "source", source);
        put(given, "class", failureClass);
        put(given, "code", code);
        put(given, "key", key);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
