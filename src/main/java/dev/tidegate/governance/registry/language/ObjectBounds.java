package dev.tidegate.governance.registry.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which members an object must have, how many, how they are called, and which go together. */
final class ObjectBounds implements Facet {
    private static final Counts PROPERTIES = new Counts("Properties");

    @Override
    public Set<JsonType> types() {
        return Set.of(JsonType.OBJECT);
    }

    @Override
    public boolean asks(SchemaNode reader) {
        return PROPERTIES.isAskedBy(reader)
                || Facets.any(
                        reader,
                        "required",
                        "propertyNames",
                        "dependencies",
                        "dependentSchemas",
                        "dependentRequired");
    }

    @Override
    public List<Incompatibility> misfits(
            Containment by, Shape whole, SchemaNode writer, SchemaNode reader, String place) {
        var misfits = new ArrayList<>(required(whole, reader, place));
        long least = whole.required().size();
        PROPERTIES.misfit(writer, reader, least, Long.MAX_VALUE, place).ifPresent(misfits::add);
        if (reader.has("propertyNames")
                && !by.fits(
                        writer.schema("propertyNames").orElseGet(writer::any),
                        reader.of(reader.get("propertyNames")))) {
            misfits.addAll(
                    Containment.one(
                            "PROPERTY_NAMES_NARROWED",
                            place,
                            "names may have been used that" + " propertyNames does not take"));
        }
        misfits.addAll(dependencies(by, writer, reader, place));
        return misfits;
    }

    /** A default stands in for a member that isn't there, as readers of such schemas do it. */
    private static List<Incompatibility> required(Shape writer, SchemaNode reader, String place) {
        var before = writer.required();
        return reader.names("required").stream()
                .filter(name -> !before.contains(name) && !hasDefault(reader, name))
                .map(
                        name ->
                                new Incompatibility(
                                        "REQUIRED_ATTRIBUTE_ADDED",
                                        place + "/required",
                                        name + " is required and has no default"))
                .toList();
    }

    private static boolean hasDefault(SchemaNode reader, String name) {
        var member = reader.of(reader.get("properties").path(name));
        return member.has("default")
                || member.referred().filter(other -> other.has("default")).isPresent();
    }

    private static List<Incompatibility> dependencies(
            Containment by, SchemaNode writer, SchemaNode reader, String place) {
        var before = dependencies(writer);
        var misfits = new ArrayList<Incompatibility>();
        dependencies(reader)
                .forEach(
                        (name, asked) -> {
                            if (!asked.isKept(by, before.get(name))) {
                                misfits.add(
                                        new Incompatibility(
                                                "DEPENDENCY_ADDED",
                                                place.isEmpty() ? "/" : place,
                                                name + " asks for more than it did"));
                            }
                        });
        return misfits;
    }

    /** What the presence of a member asks for: other members, and that schemas hold. */
    private record Dependency(Set<String> names, List<SchemaNode> schemas) {
        boolean isKept(Containment by, @Nullable Dependency before) {
            return before != null
                    && before.names.containsAll(names)
                    && schemas.stream()
                            .allMatch(
                                    asked ->
                                            before.schemas.stream()
                                                    .anyMatch(kept -> by.fits(kept, asked)));
        }
    }

    private static Map<String, Dependency> dependencies(SchemaNode schema) {
        var all = new TreeMap<String, Dependency>();
        for (var keyword : List.of("dependencies", "dependentSchemas", "dependentRequired")) {
            schema.members(keyword)
                    .forEach(
                            (name, value) -> {
                                var one =
                                        all.computeIfAbsent(
                                                name,
                                                fresh ->
                                                        new Dependency(
                                                                new TreeSet<>(),
                                                                new ArrayList<>()));
                                if (value.json().isArray()) {
                                    value.json().forEach(other -> one.names.add(other.asString()));
                                } else {
                                    one.schemas.add(value);
                                }
                            });
        }
        return all;
    }
}
