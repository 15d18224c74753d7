package dev.tidegate.ingestion.append;

import dev.tidegate.contract.Lane;
import java.util.Arrays;

/**
 * What became of some hundreds of messages, in arrays: an object a message would cost more than the
 * message's way through the door. Written by the log's thread, read after all have been heard of.
 */
final class Page {
    static final int SIZE = 512;

    /** For the bookkeeping of memory. */
    static final int BYTES = SIZE * (Sha256.BYTES + 8 + 4 + 4 + 8 + 1);

    private static final long UNKNOWN = -1;

    final long[] places = new long[SIZE];
    final int[] sizes = new int[SIZE];
    final Lane[] lanes = new Lane[SIZE];
    final int[] partitions = new int[SIZE];
    final long[] offsets = new long[SIZE];
    final byte[] hashes = new byte[SIZE * Sha256.BYTES];
    int count;

    Page() {
        Arrays.fill(offsets, UNKNOWN);
    }

    boolean durable(int slot) {
        return offsets[slot] != UNKNOWN;
    }

    boolean isFull() {
        return count == SIZE;
    }
}
