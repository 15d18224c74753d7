package dev.tidegate.operations.fact;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Records for the log, packed into one column of one row. Layout, big-endian: the time of all in
 * microseconds (8 bytes); then of each record a kind (1 byte) and three fields, each with its
 * length before it (4 bytes): key, id, value.
 */
final class PackedRecords {
    /** A request to process bytes again; other kinds are ordinals of {@link FactType}. */
    static final byte REPROCESS = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);

    record One(byte kind, String key, String id, byte[] value) {}

    record All(long micros, List<One> records) {}

    PackedRecords(long micros) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(micros).array());
    }

    void add(byte kind, String key, String id, byte[] value) {
        bytes.write(kind);
        field(key.getBytes(StandardCharsets.UTF_8));
        field(id.getBytes(StandardCharsets.UTF_8));
        field(value);
    }

    private void field(byte[] value) {
        int length = value.length;
        bytes.write(length >>> 24);
        bytes.write(length >>> 16);
        bytes.write(length >>> 8);
        bytes.write(length);
        bytes.writeBytes(value);
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    static All read(byte[] packed) {
        var from = ByteBuffer.wrap(packed);
        long micros = from.getLong();
        var records = new ArrayList<One>();
        while (from.hasRemaining()) {
            records.add(new One(from.get(), text(from), text(from), bytes(from)));
        }
        return new All(micros, records);
    }

    private static String text(ByteBuffer from) {
        return new String(bytes(from), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer from) {
        var value = new byte[from.getInt()];
        from.get(value);
        return value;
    }
}
