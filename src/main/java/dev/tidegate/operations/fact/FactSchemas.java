package dev.tidegate.operations.fact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** The public schemas of facts, read once. */
public final class FactSchemas {
    private static final Schema[] SCHEMAS = new Schema[FactType.values().length];
    private static final byte[][] HEADERS = new byte[SCHEMAS.length][];

    static {
        for (FactType type : FactType.values()) {
            var schema = parse(type);
            SCHEMAS[type.ordinal()] = schema;
            HEADERS[type.ordinal()] = header(schema);
        }
    }

    private FactSchemas() {}

    public static Schema of(FactType type) {
        return SCHEMAS[type.ordinal()];
    }

    /** Avro's single-object encoding: marker C3 01 and the schema's fingerprint. */
    static byte[] header(FactType type) {
        return HEADERS[type.ordinal()];
    }

    private static byte[] header(Schema schema) {
        return ByteBuffer.allocate(10)
                .put((byte) 0xC3)
                .put((byte) 0x01)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
    }

    private static Schema parse(FactType type) {
        var name = "/avro/fact_" + type.label() + ".avsc";
        try (var in = FactSchemas.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no schema " + name + " on the class path");
            }
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
