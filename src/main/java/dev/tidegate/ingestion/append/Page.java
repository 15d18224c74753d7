package dev.tidegate.ingestion.append;

import dev.tidegate.contract.Lane;
import java.util.concurrent.atomic.AtomicLongArray;

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

    /** Written last: whoever reads an offset reads the partition that belongs to it. */
    final AtomicLongArray offsets = new AtomicLongArray(SIZE);

    final byte[] hashes = new byte[SIZE * Sha256.BYTES];
    int count;

    Page() {
        for (int slot = 0; slot < SIZE; slot++) {
            offsets.setPlain(slot, UNKNOWN);
        }
    }

    boolean durable(int slot) {
        return offsets.get(slot) != UNKNOWN;
    }

    boolean allDurable() {
        for (int slot = 0; slot < count; slot++) {
            if (!durable(slot)) {
                return false;
            }
        }
        return true;
    }

    /** As it stands now, whatever the log may still tell. */
    Page frozen() {
        var copy = new Page();
        copy.count = count;
        for (int slot = 0; slot < count; slot++) {
            copy.offsets.setPlain(slot, offsets.get(slot));
            copy.partitions[slot] = partitions[slot];
            copy.places[slot] = places[slot];
            copy.sizes[slot] = sizes[slot];
            copy.lanes[slot] = lanes[slot];
        }
        System.arraycopy(hashes, 0, copy.hashes, 0, hashes.length);
        return copy;
    }

    boolean isFull() {
        return count == SIZE;
    }
}
