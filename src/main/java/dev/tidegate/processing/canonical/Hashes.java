package dev.tidegate.processing.canonical;

import dev.tidegate.contract.CanonicalSchemas;
import dev.tidegate.contract.EventType;
import dev.tidegate.platform.SourceId;
import dev.tidegate.processing.document.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * The hashes that tell events apart: the first 128 bits of SHA-256. Not thread-safe: one for each
 * worker, so that its buffers are used again.
 */
public final class Hashes {
    private final MessageDigest sha256 = sha256();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
    private final GenericDatumWriter<?>[] writers =
            new GenericDatumWriter<?>[EventType.values().length];
    private @Nullable BinaryEncoder encoder;

    /** Over the body's Avro bytes. */
    @SuppressWarnings("unchecked")
    public UUID content(EventType type, GenericRecord body) {
        var writer = (GenericDatumWriter<GenericRecord>) writers[type.ordinal()];
        if (writer == null) {
            writer = new GenericDatumWriter<>(CanonicalSchemas.of(type));
            writers[type.ordinal()] = writer;
        }
        buffer.reset();
        encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
        try {
            writer.write(body, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return first128(sha256.digest(buffer.toByteArray()));
    }

    /** Over type, source and dedupe text, NUL between them. */
    public UUID dedupe(EventType type, SourceId source, String text) {
        String all = type.label() + '\0' + source.value() + '\0' + text;
        return first128(sha256.digest(all.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Over source, the document's own bytes and its place: a bad file sent again is the same bad
     * file.
     *
     * @param ordinal among the dead letters of one document, from 0
     */
    public UUID deadLetter(SourceId source, Fingerprint fingerprint, String ref, int ordinal) {
        sha256.reset();
        String all = "dead_letter\0" + source.value() + '\0' + ref + '\0' + ordinal + '\0';
        sha256.update(all.getBytes(StandardCharsets.UTF_8));
        fingerprint.addTo(sha256);
        return first128(sha256.digest());
    }

    private static UUID first128(byte[] digest) {
        var bytes = ByteBuffer.wrap(digest);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
