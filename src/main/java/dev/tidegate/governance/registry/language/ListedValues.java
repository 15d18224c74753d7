package dev.tidegate.governance.registry.language;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code enum} and {@code const}. */
final class ListedValues implements Facet {
    @Override
    public Set<JsonType> types() {
        return JsonType.ALL;
    }

    @Override
    public boolean asks(SchemaNode reader) {
        return Facets.any(reader, "enum", "const");
    }

    @Override
    public List<Incompatibility> misfits(
            Containment by, Shape whole, SchemaNode writer, SchemaNode reader, String place) {
        var taken = new HashSet<JsonNode>();
        Shape.listed(reader).orElseThrow().forEach(value -> taken.add(byValue(value)));
        var written = whole.values().or(() -> ofSmallTypes(whole));
        if (written.isEmpty()) {
            return Containment.one(
                    "ENUM_ARRAY_NARROWED", place, "only listed values are taken; any was before");
        }
        var missing =
                written.get().stream()
                        .filter(value -> !taken.contains(byValue(value)))
                        .map(JsonNode::toString)
                        .toList();
        return missing.isEmpty()
                ? List.of()
                : Containment.one(
                        "ENUM_ARRAY_NARROWED",
                        place,
                        String.join(", ", missing) + " is not taken any more");
    }

    /** Types that have so few values that all can be listed. */
    private static Optional<List<JsonNode>> ofSmallTypes(Shape writer) {
        var nodes = JsonNodeFactory.instance;
        if (!Set.of(JsonType.NULL, JsonType.BOOLEAN).containsAll(writer.types())) {
            return Optional.empty();
        }
        return Optional.of(
                List.<JsonNode>of(
                                nodes.nullNode(), nodes.booleanNode(true), nodes.booleanNode(false))
                        .stream()
                        .filter(value -> writer.types().contains(JsonType.of(value)))
                        .toList());
    }

    /** Numbers are the same by their value: 1 and 1.0. */
    private static JsonNode byValue(JsonNode value) {
        if (value.isNumber()) {
            var number = value.decimalValue().stripTrailingZeros();
            return JsonNodeFactory.instance.numberNode(number);
        }
        if (value.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(byValue(element)));
            return array;
        }
        if (value.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(member -> object.set(member.getKey(), byValue(member.getValue())));
            return object;
        }
        return value;
    }
}
