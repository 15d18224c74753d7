package dev.tidegate.contract;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Canonical events as bytes, in Avro's single-object encoding (Avro 1.12 specification: marker C3
 * 01, the schema's 64-bit fingerprint, the binary datum). Not thread-safe: one for each worker, so
 * that its buffers are used again.
 */
public final class CanonicalCodec {
    private static final int HEADER_BYTES = 10;
    private static final GenericData MODEL = new GenericData();

    static {
        MODEL.setFastReaderEnabled(true);
    }

    private final Schema envelope = CanonicalSchemas.envelope();
    private final Schema hash = envelope.getField("dedupe").schema();
    private final GenericDatumWriter<GenericRecord> writer =
            new GenericDatumWriter<>(envelope, MODEL);
    private final GenericDatumReader<GenericRecord> reader =
            new GenericDatumReader<>(envelope, envelope, MODEL);
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
    private final byte[] header = header();
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;

    public byte[] encode(CanonicalEvent event) {
        var datum = new GenericData.Record(envelope);
        int at = 0;
        datum.put(at++, event.tenant().value());
        datum.put(at++, event.source().value());
        datum.put(at++, event.id().address().lane().ordinal());
        datum.put(at++, event.id().address().partition());
        datum.put(at++, event.id().address().offset());
        datum.put(at++, event.id().index());
        datum.put(at++, event.entries());
        datum.put(at++, event.attempt());
        datum.put(at++, event.ref());
        datum.put(at++, event.key());
        datum.put(at++, event.orderingKey());
        datum.put(at++, fixed(event.dedupe()));
        datum.put(at++, fixed(event.content()));
        datum.put(at++, event.version());
        datum.put(at++, event.mapping());
        datum.put(at++, ChronoUnit.MICROS.between(Instant.EPOCH, event.acceptedAt()));
        datum.put(at++, event.findings());
        datum.put(at, event.body());
        buffer.reset();
        buffer.writeBytes(header);
        encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
        try {
            writer.write(datum, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.toByteArray();
    }

    /**
     * @throws IllegalArgumentException when the bytes are no canonical event of this schema
     */
    public CanonicalEvent decode(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || !startsWithHeader(bytes)) {
            throw new IllegalArgumentException("not a canonical event: unknown schema fingerprint");
        }
        decoder =
                DecoderFactory.get()
                        .binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, decoder);
        GenericRecord datum;
        try {
            datum = reader.read(null, decoder);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a canonical event: " + e.getMessage(), e);
        }
        var body = (GenericRecord) datum.get(17);
        return new CanonicalEvent(
                new TenantId(text(datum, 0)),
                new SourceId(text(datum, 1)),
                new EventId(
                        new RawAddress(
                                Lane.of((int) datum.get(2)),
                                (int) datum.get(3),
                                (long) datum.get(4)),
                        (int) datum.get(5)),
                (int) datum.get(6),
                (int) datum.get(7),
                text(datum, 8),
                CanonicalSchemas.typeOf(body.getSchema()),
                text(datum, 9),
                text(datum, 10),
                uuid((GenericData.Fixed) datum.get(11)),
                uuid((GenericData.Fixed) datum.get(12)),
                (long) datum.get(13),
                text(datum, 14),
                Instant.EPOCH.plus((long) datum.get(15), ChronoUnit.MICROS),
                texts((List<?>) datum.get(16)),
                body);
    }

    private static String text(GenericRecord datum, int at) {
        return datum.get(at).toString();
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    private GenericData.Fixed fixed(UUID value) {
        var bytes = new byte[16];
        ByteBuffer.wrap(bytes)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return new GenericData.Fixed(hash, bytes);
    }

    private static UUID uuid(GenericData.Fixed fixed) {
        var bytes = ByteBuffer.wrap(fixed.bytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private boolean startsWithHeader(byte[] bytes) {
        for (int i = 0; i < HEADER_BYTES; i++) {
            if (bytes[i] != header[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] header() {
        return ByteBuffer.allocate(HEADER_BYTES)
                .put((byte) 0xC3)
                .put((byte) 0x01)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(CanonicalSchemas.envelopeFingerprint())
                .array();
    }
}
