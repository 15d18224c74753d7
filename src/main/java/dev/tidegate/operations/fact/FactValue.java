package dev.tidegate.operations.fact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Writes one fact's fields, in the order of its schema: the main path builds no record to throw
 * away. A test reads every type back by its schema.
 */
public final class FactValue {
    private static final int LONG_BYTES = 8;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    private final byte[] decimal = new byte[LONG_BYTES];

    FactValue() {}

    private interface Writing {
        void run() throws IOException;
    }

    void begin(FactType type) {
        bytes.reset();
        bytes.writeBytes(FactSchemas.header(type));
    }

    byte[] end() {
        write(encoder::flush);
        return bytes.toByteArray();
    }

    public FactValue text(String value) {
        return write(() -> encoder.writeString(value));
    }

    public FactValue number(long value) {
        return write(() -> encoder.writeLong(value));
    }

    /** A decimal of scale 6. */
    public FactValue quantity(long millionths) {
        int signBit = 1 + Long.SIZE - Long.numberOfLeadingZeros(magnitude(millionths));
        int length = (signBit + 7) / 8;
        for (int i = 0; i < length; i++) {
            decimal[i] = (byte) (millionths >> 8 * (length - 1 - i));
        }
        return write(() -> encoder.writeBytes(decimal, 0, length));
    }

    private static long magnitude(long value) {
        return value < 0 ? ~value : value;
    }

    /** A union of null and long. */
    public FactValue optionalNumber(@Nullable Long value) {
        return write(
                () -> {
                    encoder.writeIndex(value == null ? 0 : 1);
                    if (value != null) {
                        encoder.writeLong(value);
                    }
                });
    }

    /** A union of null and date. */
    public FactValue optionalDays(@Nullable Long value) {
        return write(
                () -> {
                    encoder.writeIndex(value == null ? 0 : 1);
                    if (value != null) {
                        encoder.writeLong(value);
                    }
                });
    }

    /** Follow it with each {@link #item} and its fields, then {@link #endItems}. */
    public FactValue items(int count) {
        return write(
                () -> {
                    encoder.writeArrayStart();
                    encoder.setItemCount(count);
                });
    }

    public FactValue item() {
        return write(encoder::startItem);
    }

    public FactValue endItems() {
        return write(encoder::writeArrayEnd);
    }

    private FactValue write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
