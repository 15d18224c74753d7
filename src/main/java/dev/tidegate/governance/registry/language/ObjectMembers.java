package dev.tidegate.governance.registry.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What stands in an object's members. Members that a schema doesn't name are taken as {@code
 * patternProperties} and then {@code additionalProperties} say; a schema that has neither is open
 * and takes any.
 */
final class ObjectMembers implements Facet {
    @Override
    public Set<JsonType> types() {
        return Set.of(JsonType.OBJECT);
    }

    @Override
    public boolean asks(SchemaNode reader) {
        return Facets.any(
                reader,
                "properties",
                "patternProperties",
                "additionalProperties",
                "unevaluatedProperties");
    }

    /**
     * An object's members as one schema has them.
     *
     * @param named {@code properties}
     * @param patterns by their regular expressions
     * @param others all that are neither named nor match
     */
    private record Members(
            Map<String, SchemaNode> named, Map<String, SchemaNode> patterns, SchemaNode others) {
        static Members of(SchemaNode schema) {
            return new Members(
                    schema.members("properties"),
                    schema.members("patternProperties"),
                    schema.schema("additionalProperties")
                            .or(() -> Unevaluated.plain(schema, "unevaluatedProperties"))
                            .orElseGet(schema::any));
        }

        /** All schemas that a member of this name must fit. */
        List<SchemaNode> of(Containment by, String name) {
            var all = new ArrayList<SchemaNode>();
            if (named.containsKey(name)) {
                all.add(named.get(name));
            }
            patterns.forEach(
                    (pattern, schema) -> {
                        if (by.finds(pattern, name)) {
                            all.add(schema);
                        }
                    });
            return all.isEmpty() ? List.of(others) : all;
        }
    }

    @Override
    public List<Incompatibility> misfits(
            Containment by, Shape whole, SchemaNode writer, SchemaNode reader, String place) {
        var written = Members.of(writer);
        var taken = Members.of(reader);
        var misfits = new ArrayList<Incompatibility>();
        var names = new TreeSet<>(written.named().keySet());
        names.addAll(taken.named().keySet());
        for (var name : names) {
            misfits.addAll(member(by, written, taken, name, place));
        }
        taken.patterns()
                .forEach(
                        (pattern, asked) ->
                                misfits.addAll(pattern(by, written, pattern, asked, place)));
        misfits.addAll(others(by, written, taken, place));
        misfits.addAll(Unevaluated.misfits(writer, reader, "unevaluatedProperties", place));
        return misfits;
    }

    private static List<Incompatibility> member(
            Containment by, Members written, Members taken, String name, String place) {
        var pointer = Pointers.child(place + "/properties", name);
        for (var asked : taken.of(by, name)) {
            var misfits = anyOf(by, written.of(by, name), asked, pointer);
            if (!misfits.isEmpty()) {
                return told(written, taken, name, pointer, misfits);
            }
        }
        return List.of();
    }

    /** In the words that people know it by, where a member came or went. */
    private static List<Incompatibility> told(
            Members written,
            Members taken,
            String name,
            String pointer,
            List<Incompatibility> misfits) {
        if (!written.named().containsKey(name)) {
            return Containment.one(
                    "PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL",
                    pointer,
                    name + " may have been written already, as something else");
        }
        if (!taken.named().containsKey(name)) {
            return Containment.one(
                    "PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL",
                    pointer,
                    name + " is not taken any more where it was written");
        }
        return misfits;
    }

    /** What a pattern asks of members that nobody names. */
    private static List<Incompatibility> pattern(
            Containment by, Members written, String pattern, SchemaNode asked, String place) {
        var pointer = Pointers.child(place + "/patternProperties", pattern);
        var same = written.patterns().get(pattern);
        if (same != null) {
            return by.misfits(same, asked, pointer);
        }
        var misfits = new ArrayList<>(by.misfits(written.others(), asked, pointer));
        written.patterns()
                .values()
                .forEach(each -> misfits.addAll(by.misfits(each, asked, pointer)));
        return misfits;
    }

    private static List<Incompatibility> others(
            Containment by, Members written, Members taken, String place) {
        var pointer = place + "/additionalProperties";
        var misfits = new ArrayList<>(by.misfits(written.others(), taken.others(), pointer));
        written.patterns()
                .forEach(
                        (pattern, schema) -> {
                            if (!taken.patterns().containsKey(pattern)) {
                                misfits.addAll(by.misfits(schema, taken.others(), pointer));
                            }
                        });
        return misfits;
    }

    private static List<Incompatibility> anyOf(
            Containment by, List<SchemaNode> written, SchemaNode asked, String pointer) {
        List<Incompatibility> last = List.of();
        for (var each : written) {
            last = by.misfits(each, asked, pointer);
            if (last.isEmpty()) {
                return last;
            }
        }
        return last;
    }
}
