package dev.tidegate.ingestion.append;

import dev.tidegate.contract.Lane;
import dev.tidegate.ingestion.admission.Pass;
import java.security.DigestException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one request on their way to the log, and what became of each. No more than a
 * window of bytes is under way at a time, so that one request can't fill the producer's buffer.
 */
public final class Batch {
    private static final long WINDOW_BYTES = 8L * 1024 * 1024;

    private final Appender appender;
    private final Pass pass;
    private final Duration ackTimeout;
    private final Acks acks = new Acks();
    private final MessageDigest digest = Sha256.start();
    private final List<Page> pages = new ArrayList<>();
    private Page page = new Page();
    private int count;

    public Batch(Appender appender, Pass pass, Duration ackTimeout) {
        this.appender = appender;
        this.pass = pass;
        this.ackTimeout = ackTimeout;
        pages.add(page);
    }

    /** Hears what became of one message. */
    private record Told(Acks acks, Page page, int slot, long bytes) implements Callback {
        @Override
        public void onCompletion(@Nullable RecordMetadata at, @Nullable Exception failed) {
            if (failed == null && at != null) {
                page.partitions[slot] = at.partition();
                page.offsets.set(slot, at.offset());
            }
            acks.told(bytes, failed);
        }
    }

    /**
     * Hands one message over, waiting while too much is under way.
     *
     * @param place its number in the request, from 1: a line, a part, a chunk
     * @return false when the log fails: nothing more should be handed over
     */
    public boolean add(Envelope envelope, Lane lane, long place, byte[] bytes, List<Header> own) {
        if (failed() || !acks.awaitAtMost(WINDOW_BYTES, ackTimeout)) {
            return false;
        }
        if (page.isFull()) {
            page = new Page();
            pages.add(page);
        }
        count++;
        int slot = page.count++;
        page.places[slot] = place;
        page.sizes[slot] = bytes.length;
        page.lanes[slot] = lane;
        hash(bytes, slot);
        acks.handed(bytes.length + 1L);
        var told = new Told(acks, page, slot, bytes.length + 1L);
        try {
            appender.hand(
                    envelope, lane, bytes, Sha256.hex(page.hashes, slot * Sha256.BYTES), own, told);
        } catch (KafkaException e) {
            told.onCompletion(null, e);
        }
        return true;
    }

    private void hash(byte[] bytes, int slot) {
        try {
            digest.update(bytes);
            digest.digest(page.hashes, slot * Sha256.BYTES, Sha256.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("the room for a hash is too small", e);
        }
    }

    /** Messages handed over so far. */
    public int count() {
        return count;
    }

    /** Whether there is memory for another message's bookkeeping. */
    public boolean hasRoom() {
        return !page.isFull() || pass.hold(Page.BYTES);
    }

    /** Waits until the log has told of all, or has taken too long. */
    public Outcome finish() {
        boolean told = acks.awaitAtMost(0, ackTimeout);
        var known = told ? pages : pages.stream().map(Page::frozen).toList();
        return new Outcome(known, known.stream().allMatch(Page::allDurable));
    }

    private boolean failed() {
        return acks.failure() != null;
    }

    /** Told of each message in the order of the request. */
    public interface Visit {
        void message(
                long place,
                int bytes,
                boolean durable,
                Lane lane,
                int partition,
                long offset,
                byte[] sha256);
    }

    /**
     * @param durable whether every message handed over is
     */
    public record Outcome(List<Page> pages, boolean durable) {
        public void forEach(Visit visit) {
            for (Page page : pages) {
                for (int slot = 0; slot < page.count; slot++) {
                    visit.message(
                            page.places[slot],
                            page.sizes[slot],
                            page.durable(slot),
                            page.lanes[slot],
                            page.partitions[slot],
                            page.offsets.get(slot),
                            Sha256.hex(page.hashes, slot * Sha256.BYTES));
                }
            }
        }
    }
}
