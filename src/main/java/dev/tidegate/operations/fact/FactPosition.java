package dev.tidegate.operations.fact;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * How far a stream of facts has been read: the next offset of each partition. As text it is opaque
 * and carries a check of the topic's name, so that a position of another log is known as such.
 */
record FactPosition(long[] next) {
    private static final int OFFSETS_MAX = 1_024;

    static FactPosition of(long[] next) {
        return new FactPosition(next.clone());
    }

    /** The same, but past this offset. */
    FactPosition after(int partition, long offset) {
        var moved = next.clone();
        moved[partition] = offset + 1;
        return new FactPosition(moved);
    }

    /** Past all that the other is past, too. */
    FactPosition upTo(FactPosition other) {
        var moved = next.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] = Math.max(moved[i], other.next[i]);
        }
        return new FactPosition(moved);
    }

    boolean isBefore(int partition, long offset) {
        return offset >= next[partition];
    }

    /** Beyond what the log holds: from a log that was lost, or made up. */
    boolean isPast(FactPosition end) {
        for (int i = 0; i < next.length; i++) {
            if (next[i] > end.next[i]) {
                return true;
            }
        }
        return false;
    }

    /** Offsets from here to there, over all partitions. */
    long distanceTo(FactPosition end) {
        long distance = 0;
        for (int i = 0; i < next.length; i++) {
            distance += Math.max(end.next[i] - next[i], 0);
        }
        return distance;
    }

    String text(String topic) {
        var bytes = ByteBuffer.allocate(Integer.BYTES + next.length * Long.BYTES);
        bytes.putInt(check(topic));
        for (long offset : next) {
            bytes.putLong(offset);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Empty when it is no position in this topic. */
    static Optional<FactPosition> parse(String text, String topic, int partitions) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() > OFFSETS_MAX * Long.BYTES || bytes.getInt() != check(topic)) {
                return Optional.empty();
            }
            var next = new long[bytes.remaining() / Long.BYTES];
            for (int i = 0; i < next.length; i++) {
                next[i] = bytes.getLong();
            }
            boolean whole = next.length == partitions && !bytes.hasRemaining();
            return whole && Arrays.stream(next).allMatch(offset -> offset >= 0)
                    ? Optional.of(new FactPosition(next))
                    : Optional.empty();
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static int check(String topic) {
        var crc = new CRC32();
        crc.update(topic.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
