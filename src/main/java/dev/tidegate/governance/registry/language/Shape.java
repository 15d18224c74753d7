package dev.tidegate.governance.registry.language;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a schema asks for all at once, with its references and {@code allOf} taken in.
 *
 * @param never whether nothing at all is taken
 * @param plains schemas of whose own keywords all hold
 * @param choices of each, one branch holds
 * @param negations none of which holds
 * @param conditions schemas with {@code if}
 * @param types that a value may have
 */
record Shape(
        boolean never,
        List<SchemaNode> plains,
        List<List<SchemaNode>> choices,
        List<SchemaNode> negations,
        List<SchemaNode> conditions,
        Set<JsonType> types) {

    static Shape of(SchemaNode schema) {
        return of(schema, new HashSet<>());
    }

    /**
     * @param open those that are being looked into: one that chooses itself tells nothing more
     */
    private static Shape of(SchemaNode schema, Set<SchemaNode> open) {
        var gathering = new Gathering(open);
        gathering.add(schema);
        return gathering.shape();
    }

    Shape withOnly(JsonType type) {
        return new Shape(never, plains, choices, negations, conditions, Set.of(type));
    }

    /** The only values there are, where they are listed. */
    Optional<List<JsonNode>> values() {
        return plains.stream()
                .flatMap(plain -> listed(plain).stream())
                .findFirst()
                .map(
                        all ->
                                all.stream()
                                        .filter(value -> types.contains(JsonType.of(value)))
                                        .toList());
    }

    static Optional<List<JsonNode>> listed(SchemaNode plain) {
        if (plain.has("const")) {
            return Optional.of(List.of(plain.get("const")));
        }
        return plain.has("enum")
                ? Optional.of(plain.get("enum").valueStream().toList())
                : Optional.empty();
    }

    /** Members without which no object is taken. */
    Set<String> required() {
        var all = new HashSet<String>();
        plains.forEach(plain -> all.addAll(plain.names("required")));
        for (var branches : choices) {
            var each = new HashSet<>(branches.getFirst().names("required"));
            branches.forEach(branch -> each.retainAll(Set.copyOf(branch.names("required"))));
            all.addAll(each);
        }
        return all;
    }

    private static final class Gathering {
        private final Set<SchemaNode> open;
        private final Set<SchemaNode> seen = new HashSet<>();
        private final List<SchemaNode> plains = new ArrayList<>();
        private final List<List<SchemaNode>> choices = new ArrayList<>();
        private final List<SchemaNode> negations = new ArrayList<>();
        private final List<SchemaNode> conditions = new ArrayList<>();
        private final Set<JsonType> types = EnumSet.allOf(JsonType.class);
        private boolean never;

        Gathering(Set<SchemaNode> open) {
            this.open = open;
        }

        void add(SchemaNode schema) {
            if (!seen.add(schema)) {
                return;
            }
            never |= schema.isFalse();
            schema.referred().ifPresent(this::add);
            if (schema.has("$ref") && !schema.document().heedsWhatIsBesideRef()) {
                return;
            }
            if (schema.json().isObject()) {
                plains.add(schema);
                types.retainAll(ofItsOwn(schema));
            }
            schema.schemas("allOf").forEach(this::add);
            Stream.of("anyOf", "oneOf").filter(schema::has).forEach(key -> choose(schema, key));
            schema.schema("not").ifPresent(negations::add);
            if (schema.has("if")) {
                conditions.add(schema);
            }
        }

        private void choose(SchemaNode schema, String keyword) {
            var branches = schema.schemas(keyword);
            choices.add(branches);
            var any = EnumSet.noneOf(JsonType.class);
            branches.forEach(branch -> any.addAll(typesOf(branch)));
            types.retainAll(any);
        }

        private Set<JsonType> typesOf(SchemaNode branch) {
            if (!open.add(branch)) {
                return JsonType.ALL;
            }
            var types = of(branch, open).types();
            open.remove(branch);
            return types;
        }

        private static Set<JsonType> ofItsOwn(SchemaNode schema) {
            var told = EnumSet.noneOf(JsonType.class);
            var type = schema.get("type");
            if (type.isString()) {
                told.addAll(JsonType.named(type.asString()));
            } else {
                type.forEach(name -> told.addAll(JsonType.named(name.asString())));
            }
            if (!schema.has("type")) {
                told.addAll(JsonType.ALL);
            }
            listed(schema)
                    .ifPresent(
                            values -> told.retainAll(values.stream().map(JsonType::of).toList()));
            return told;
        }

        Shape shape() {
            return new Shape(
                    never || types.isEmpty(), plains, choices, negations, conditions, types);
        }
    }
}
