package dev.tidegate.processing.canonical;

import dev.tidegate.processing.document.Unusable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/** A record: its fields in the schema's order, looked up by name. */
record RecordShape(Schema schema, List<Member> members, Map<String, Member> byName)
        implements Shape {

    /** What stands where a field is not told. */
    enum WhereMissing {
        REFUSED,
        /** The schema's default. */
        DEFAULT,
        /** Its place in the list, from 1. */
        POSITION
    }

    record Member(
            int at,
            String name,
            Shape shape,
            WhereMissing whereMissing,
            @Nullable Object defaultValue) {}

    static RecordShape of(Schema schema, List<Member> members) {
        var byName = new HashMap<String, Member>();
        members.forEach(member -> byName.put(member.name(), member));
        return new RecordShape(schema, members, byName);
    }

    @Override
    public @Nullable Object convert(Object value, Conversion conversion) {
        return value instanceof Map<?, ?> tree
                ? convert(tree, List.of(), conversion)
                : conversion.refuse("not_an_object", value, "This should be an object.");
    }

    /**
     * @param beside names that may stand in the tree though the schema has no such field
     */
    GenericData.Record convert(Map<?, ?> tree, List<String> beside, Conversion conversion) {
        var converted = new GenericData.Record(schema);
        int told = 0;
        for (Member member : members) {
            var value = tree.get(member.name());
            told += value == null ? 0 : 1;
            conversion.enter(member.name());
            converted.put(member.at(), convert(member, value, tree, conversion));
            conversion.leave();
        }
        if (told < tree.size()) {
            tellUnrecognised(tree, beside, conversion);
        }
        return converted;
    }

    private static @Nullable Object convert(
            Member member, @Nullable Object value, Map<?, ?> tree, Conversion conversion) {
        if (value instanceof Unusable unusable) {
            return conversion.refuse(unusable.code(), unusable.raw(), unusable.reason());
        }
        if (value != null && !(value instanceof String text && text.isBlank())) {
            return member.shape().convert(value, conversion);
        }
        return switch (member.whereMissing()) {
            case DEFAULT -> member.defaultValue();
            case POSITION -> conversion.position();
            case REFUSED -> conversion.refuse("missing_field", tree, "This field is required.");
        };
    }

    private void tellUnrecognised(Map<?, ?> tree, List<String> beside, Conversion conversion) {
        for (Map.Entry<?, ?> entry : tree.entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (!byName.containsKey(name) && !beside.contains(name)) {
                conversion.unrecognised(name, entry.getValue());
            }
        }
    }
}
