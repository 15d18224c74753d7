package dev.tidegate.processing.lint;

import dev.tidegate.contract.CanonicalSchemas;
import dev.tidegate.contract.EventType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Fields of the canonical schemas: which there are, and which are decimals. */
final class Fields {
    private static final Set<String> DECIMALS = new HashSet<>();
    private static final Map<String, Schema> BODIES = new HashMap<>();

    static {
        for (EventType type : EventType.values()) {
            var schema = CanonicalSchemas.of(type);
            BODIES.put(type.label(), schema);
            collect(schema);
        }
    }

    private Fields() {}

    private static void collect(Schema schema) {
        for (var field : schema.getFields()) {
            var told = told(field.schema());
            if (told.getLogicalType() instanceof LogicalTypes.Decimal) {
                DECIMALS.add(field.name());
            }
            var record = record(told);
            if (record != null) {
                collect(record);
            }
        }
    }

    /** Of any type. */
    static boolean isDecimal(String field) {
        return DECIMALS.contains(field);
    }

    /** The body of a type; null where there is no such type. */
    static @Nullable Schema body(String type) {
        return BODIES.get(type);
    }

    /** What a field of a record holds, itself or in a list; null where it is a plain value. */
    static @Nullable Schema within(Schema record, String field) {
        var known = record.getField(field);
        return known == null ? null : record(told(known.schema()));
    }

    private static @Nullable Schema record(Schema told) {
        return switch (told.getType()) {
            case RECORD -> told;
            case ARRAY -> record(told(told.getElementType()));
            default -> null;
        };
    }

    private static Schema told(Schema schema) {
        return schema.isUnion() ? schema.getTypes().getLast() : schema;
    }
}
