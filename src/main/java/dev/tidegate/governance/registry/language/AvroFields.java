package dev.tidegate.governance.registry.language;

import dev.tidegate.governance.registry.language.SchemaField.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/** The fields of an Avro schema with their attributes; a record that holds itself is told once. */
final class AvroFields {
    private final List<SchemaField> fields = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private AvroFields() {}

    static List<SchemaField> of(Schema schema) {
        var walk = new AvroFields();
        walk.add("", schema);
        return List.copyOf(walk.fields);
    }

    private void add(String pointer, Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    schema.getFields().forEach(field -> add(pointer, field));
                }
            }
            case ARRAY -> add(pointer, schema.getElementType());
            case MAP -> add(pointer, schema.getValueType());
            case UNION -> schema.getTypes().forEach(one -> add(pointer, one));
            case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
    }

    private void add(String parent, Schema.Field field) {
        var pointer = Pointers.child(parent, field.name());
        if (!isRecords(field.schema())) {
            fields.add(
                    new SchemaField(
                            pointer,
                            field.name(),
                            kind(field.schema()),
                            text(field, "unit"),
                            text(field, "codeList"),
                            text(field, "classification") + tags(field)));
        }
        add(pointer, field.schema());
    }

    private static String text(Schema.Field field, String name) {
        return field.getObjectProp(name) instanceof String text ? text : "";
    }

    private static String tags(Schema.Field field) {
        return field.getObjectProp("confluent:tags") instanceof List<?> tags && !tags.isEmpty()
                ? tags.toString()
                : "";
    }

    /** What only holds other fields means what they mean. */
    private static boolean isRecords(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> true;
            case ARRAY -> isRecords(schema.getElementType());
            case MAP -> isRecords(schema.getValueType());
            case UNION -> schema.getTypes().stream().anyMatch(AvroFields::isRecords);
            case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> false;
        };
    }

    private static Kind kind(Schema schema) {
        return switch (schema.getType()) {
            case ENUM -> Kind.CODE;
            case FLOAT, DOUBLE -> Kind.QUANTITY;
            case BYTES, FIXED ->
                    "decimal".equals(schema.getProp("logicalType")) ? Kind.QUANTITY : Kind.OTHER;
            case ARRAY -> kind(schema.getElementType());
            case MAP -> kind(schema.getValueType());
            case UNION ->
                    schema.getTypes().stream()
                            .map(AvroFields::kind)
                            .filter(kind -> kind != Kind.OTHER)
                            .findFirst()
                            .orElse(Kind.OTHER);
            case RECORD, STRING, INT, LONG, BOOLEAN, NULL -> Kind.OTHER;
        };
    }
}
