package dev.tidegate.governance.registry.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Members of an Avro schema in one order: Avro's own attributes first, then by their names. */
final class AvroOrder {
    private static final List<String> FIRST =
            List.of(
                    "type",
                    "name",
                    "namespace",
                    "doc",
                    "fields",
                    "symbols",
                    "items",
                    "values",
                    "size",
                    "default",
                    "order",
                    "aliases");

    private static final Comparator<String> ORDER =
            Comparator.<String>comparingInt(AvroOrder::rank).thenComparing(name -> name);

    private AvroOrder() {}

    static JsonNode of(JsonNode schema) {
        if (schema.isObject()) {
            var names = new ArrayList<>(schema.propertyNames());
            names.sort(ORDER);
            var ordered = JsonNodeFactory.instance.objectNode();
            names.forEach(name -> ordered.set(name, of(schema.get(name))));
            return ordered;
        }
        if (schema.isArray()) {
            var ordered = JsonNodeFactory.instance.arrayNode();
            schema.forEach(element -> ordered.add(of(element)));
            return ordered;
        }
        return schema;
    }

    private static int rank(String name) {
        int known = FIRST.indexOf(name);
        return known < 0 ? FIRST.size() : known;
    }
}
