package dev.tidegate.governance.registry.language;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All sides of a value that schemas speak of. */
final class Facets {
    static final List<Facet> ALL =
            List.of(
                    new ListedValues(),
                    new NumberBounds(),
                    new TextBounds(),
                    new ArrayItems(),
                    new ObjectMembers(),
                    new ObjectBounds());

    private Facets() {}

    static List<Incompatibility> types(Shape writer, Shape reader, String place) {
        if (reader.types().containsAll(writer.types())) {
            return List.of();
        }
        var missing = EnumSet.copyOf(writer.types());
        missing.removeAll(reader.types());
        return Containment.one(
                "TYPE_NARROWED", place, "the type %s is not taken".formatted(labels(missing)));
    }

    private static String labels(Set<JsonType> types) {
        return types.stream().map(JsonType::label).collect(Collectors.joining(", "));
    }

    static boolean any(SchemaNode schema, String... keywords) {
        return Stream.of(keywords).anyMatch(schema::has);
    }
}
