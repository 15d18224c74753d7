package dev.tidegate.contract;

import dev.tidegate.platform.sql.Micros;
import dev.tidegate.platform.sql.Text;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Collection;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A canonical body as JSON, as told: decimals as strings, times as RFC 3339, what wasn't told left
 * out.
 */
public final class BodyJson {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private BodyJson() {}

    /** Of a whole body. */
    public static String of(GenericRecord body) {
        return written(json -> write(json, body));
    }

    /** Of its lines alone. */
    public static String lines(GenericRecord body) {
        var lines = body.getSchema().getField("lines").schema();
        return written(json -> write(json, lines, body.get("lines")));
    }

    private interface Writing {
        void to(JsonGenerator json);
    }

    private static String written(Writing writing) {
        var text = new StringWriter(256);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            writing.to(json);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, GenericRecord body) {
        json.writeStartObject();
        for (var field : body.getSchema().getFields()) {
            var value = body.get(field.pos());
            if (value != null) {
                json.writeName(field.name());
                write(json, field.schema(), value);
            }
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Schema schema, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case GenericRecord nested -> write(json, nested);
            case Collection<?> list -> {
                json.writeStartArray();
                list.forEach(one -> write(json, schema.getElementType(), one));
                json.writeEndArray();
            }
            case ByteBuffer decimal -> json.writeString(decimal(schema, decimal));
            case Long micros -> json.writeString(instant(micros));
            case Integer days -> json.writeString(LocalDate.ofEpochDay(days).toString());
            default -> json.writeString(Text.clean(value.toString()));
        }
    }

    private static String decimal(Schema schema, ByteBuffer unscaled) {
        var told = schema.isUnion() ? schema.getTypes().get(1) : schema;
        var type = (LogicalTypes.Decimal) told.getLogicalType();
        var value = BigDecimal.valueOf(Decimals.unscaled(unscaled), type.getScale());
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String instant(long micros) {
        return Micros.instant(micros).toString();
    }
}
