package dev.tidegate.operations.fact;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A fact as JSON: a CloudEvent in structured form, decimals as strings, times as RFC 3339, by the
 * logical types of its public schema.
 */
final class FactJson {
    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final int HEADER_BYTES = 10;
    private static final GenericData MODEL = new GenericData();

    private FactJson() {}

    static String of(Fact fact) {
        var text = new StringWriter(512);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("specversion", "1.0");
            json.writeStringProperty("id", fact.id());
            json.writeStringProperty("source", fact.source());
            json.writeStringProperty("type", fact.type().ceType());
            json.writeStringProperty("subject", fact.subject());
            json.writeStringProperty("time", fact.time());
            json.writeName("data");
            var schema = FactSchemas.of(fact.type());
            write(json, schema, read(schema, fact.value()));
            json.writeEndObject();
        }
        return text.toString();
    }

    private static GenericRecord read(Schema schema, byte[] value) {
        try {
            var decoder =
                    DecoderFactory.get()
                            .binaryDecoder(value, HEADER_BYTES, value.length - HEADER_BYTES, null);
            return new GenericDatumReader<GenericRecord>(schema, schema, MODEL).read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(JsonGenerator json, Schema told, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
            return;
        }
        var schema = told.isUnion() ? told.getTypes().getLast() : told;
        switch (value) {
            case GenericRecord nested -> {
                json.writeStartObject();
                for (Schema.Field field : nested.getSchema().getFields()) {
                    json.writeName(field.name());
                    write(json, field.schema(), nested.get(field.pos()));
                }
                json.writeEndObject();
            }
            case Collection<?> list -> {
                json.writeStartArray();
                list.forEach(one -> write(json, schema.getElementType(), one));
                json.writeEndArray();
            }
            case ByteBuffer unscaled -> json.writeString(decimal(schema, unscaled));
            case Long number when isTime(schema.getLogicalType()) ->
                    json.writeString(Instant.EPOCH.plus(number, ChronoUnit.MICROS).toString());
            case Long number -> json.writeNumber(number);
            case Integer days when schema.getLogicalType() instanceof LogicalTypes.Date ->
                    json.writeString(LocalDate.ofEpochDay(days).toString());
            case Integer number -> json.writeNumber(number);
            default -> json.writeString(value.toString());
        }
    }

    private static boolean isTime(@Nullable LogicalType type) {
        return type instanceof LogicalTypes.TimestampMicros;
    }

    private static String decimal(Schema schema, ByteBuffer unscaled) {
        var bytes = new byte[unscaled.remaining()];
        unscaled.duplicate().get(bytes);
        var scale = ((LogicalTypes.Decimal) schema.getLogicalType()).getScale();
        var value = new BigDecimal(new BigInteger(bytes), scale);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
