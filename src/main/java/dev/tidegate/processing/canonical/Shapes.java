package dev.tidegate.processing.canonical;

import dev.tidegate.processing.canonical.RecordShape.Member;
import dev.tidegate.processing.canonical.RecordShape.WhereMissing;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/** Lays schemas out as shapes, once. */
final class Shapes {
    private static final int QUANTITY_SCALE = 6;
    private static final int TEXT_LENGTH_MAX = 4_000;

    private Shapes() {}

    static RecordShape of(Schema record) {
        var members = new ArrayList<Member>();
        for (Schema.Field field : record.getFields()) {
            boolean optional = field.schema().isNullable();
            boolean inItsPlace = "position".equals(field.getProp("whereMissing"));
            members.add(
                    new Member(
                            field.pos(),
                            field.name(),
                            of(field, optional ? notNull(field.schema()) : field.schema()),
                            inItsPlace
                                    ? WhereMissing.POSITION
                                    : field.hasDefaultValue()
                                            ? WhereMissing.DEFAULT
                                            : WhereMissing.REFUSED,
                            defaultValue(field)));
        }
        return RecordShape.of(record, members);
    }

    private static Shape of(Schema.Field field, Schema type) {
        return switch (type.getType()) {
            case STRING -> new TextShape(lengthMax(field));
            case ENUM -> CodeShape.of(type);
            case RECORD -> of(type);
            case ARRAY -> new ListShape(of(type.getElementType()));
            case INT -> new DateShape();
            case LONG -> new TimestampShape();
            case BYTES -> decimal(field, (LogicalTypes.Decimal) type.getLogicalType());
            default -> throw new IllegalStateException("no shape for " + field + " " + type);
        };
    }

    private static Shape decimal(Schema.Field field, LogicalTypes.Decimal type) {
        String minimum = field.getProp("minimum");
        return new DecimalShape(
                type.getScale(),
                type.getScale() != QUANTITY_SCALE,
                minimum == null ? null : new BigDecimal(minimum));
    }

    private static int lengthMax(Schema.Field field) {
        return field.getObjectProp("maxLength") instanceof Integer max ? max : TEXT_LENGTH_MAX;
    }

    private static Schema notNull(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Object defaultValue(Schema.Field field) {
        if (!field.hasDefaultValue()) {
            return null;
        }
        var value = GenericData.get().getDefaultValue(field);
        return value instanceof CharSequence text ? text.toString() : value;
    }
}
