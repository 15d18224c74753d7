package dev.tidegate.processing;

import dev.tidegate.contract.CanonicalEvent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * Events as a person reads them: decimals, dates and times spelled out, what is absent left out.
 */
final class Shown {
    private Shown() {}

    static String of(List<CanonicalEvent> events) {
        var text = new StringBuilder();
        for (CanonicalEvent event : events) {
            text.append(
                    "%d/%d %s %s key=%s version=%d dedupe=%s%n"
                            .formatted(
                                    event.id().index() + 1,
                                    event.entries(),
                                    event.ref(),
                                    event.type().label(),
                                    event.key(),
                                    event.version(),
                                    event.dedupe()));
            event.findings()
                    .forEach(finding -> text.append("  finding ").append(finding).append('\n'));
            show(event.body(), 1, text);
        }
        return text.toString();
    }

    private static void show(GenericRecord body, int depth, StringBuilder text) {
        for (Schema.Field field : body.getSchema().getFields()) {
            var value = body.get(field.pos());
            String indent = "  ".repeat(depth);
            switch (value) {
                case null -> {}
                case GenericRecord inner -> {
                    text.append(indent).append(field.name()).append('\n');
                    show(inner, depth + 1, text);
                }
                case List<?> items -> {
                    for (int i = 0; i < items.size(); i++) {
                        text.append("%s%s[%d]%n".formatted(indent, field.name(), i));
                        show((GenericRecord) items.get(i), depth + 1, text);
                    }
                }
                default ->
                        text.append(
                                "%s%s %s%n"
                                        .formatted(
                                                indent,
                                                field.name(),
                                                plain(value, field.schema())));
            }
        }
    }

    private static Object plain(Object value, Schema schema) {
        var type = logicalType(schema);
        return switch (value) {
            case ByteBuffer bytes ->
                    new BigDecimal(
                                    new BigInteger(bytes.array()),
                                    ((LogicalTypes.Decimal) type).getScale())
                            .stripTrailingZeros()
                            .toPlainString();
            case Integer day -> LocalDate.ofEpochDay(day);
            case Long micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
            default -> value;
        };
    }

    private static LogicalType logicalType(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .map(Schema::getLogicalType)
                        .filter(type -> type != null)
                        .findFirst()
                        .orElse(null)
                : schema.getLogicalType();
    }
}
