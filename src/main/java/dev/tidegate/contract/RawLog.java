package dev.tidegate.contract;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.log.LogClient;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads raw bytes back from the log by their address. Consumers are kept for the next reader; more
 * readers than {@code readersMax} wait their turn.
 */
public final class RawLog implements RawReader, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    private final LogClient client;
    private final Semaphore turns;
    private final ConcurrentLinkedDeque<KafkaConsumer<byte[], byte[]>> idle =
            new ConcurrentLinkedDeque<>();

    public RawLog(LogClient client, int readersMax) {
        this.client = client;
        this.turns = new Semaphore(readersMax);
    }

    /** Takes one record at a time, in order. */
    public interface Sink<E extends Exception> {
        void accept(Kept kept) throws E;
    }

    @Override
    public Optional<Kept> find(TenantId tenant, RawAddress address) {
        var found = new AtomicReference<Kept>();
        read(tenant, Receipt.of(address), found::set);
        return Optional.ofNullable(found.get());
    }

    /**
     * Hands over the records of a receipt, one in memory at a time; another tenant's are passed
     * over.
     *
     * @return how many were found
     * @throws IllegalStateException when the log doesn't answer in time
     */
    public <E extends Exception> int read(TenantId tenant, Receipt receipt, Sink<E> sink) throws E {
        turns.acquireUninterruptibly();
        KafkaConsumer<byte[], byte[]> consumer = null;
        try {
            consumer = idle.pollFirst();
            if (consumer == null) {
                consumer = client.reader("raw-reader");
            }
            int found = read(consumer, tenant, receipt, sink);
            idle.addFirst(consumer);
            consumer = null;
            return found;
        } finally {
            if (consumer != null) {
                consumer.close(Duration.ZERO); // whatever failed may have left it in pieces
            }
            turns.release();
        }
    }

    private <E extends Exception> int read(
            KafkaConsumer<byte[], byte[]> consumer, TenantId tenant, Receipt receipt, Sink<E> sink)
            throws E {
        var first = receipt.first();
        var partition = new TopicPartition(topic(first.lane()), first.partition());
        var wanted = new HashSet<Long>();
        receipt.addresses().forEach(address -> wanted.add(address.offset()));
        consumer.assign(List.of(partition));
        consumer.seek(partition, first.offset());
        int found = 0;
        long deadline = System.nanoTime() + ANSWER_TIMEOUT.toNanos();
        while (!wanted.isEmpty()) {
            try {
                for (ConsumerRecord<byte[], byte[]> raw : consumer.poll(POLL).records(partition)) {
                    deadline = System.nanoTime() + ANSWER_TIMEOUT.toNanos();
                    if (wanted.remove(raw.offset())
                            && RawRecords.tenant(raw.headers()).equals(tenant)) {
                        sink.accept(kept(first.lane(), raw));
                        found++;
                    }
                }
            } catch (OffsetOutOfRangeException notThere) {
                return found;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the log does not answer for " + first);
            }
        }
        return found;
    }

    private static Kept kept(Lane lane, ConsumerRecord<byte[], byte[]> raw) {
        return new Kept(
                RawRecords.read(lane, raw),
                Objects.requireNonNullElse(RawRecords.text(raw.headers(), RawHeaders.SHA256), ""),
                Objects.requireNonNullElse(
                        RawRecords.text(raw.headers(), RawHeaders.PRINCIPAL), ""),
                Objects.requireNonNullElse(RawRecords.text(raw.headers(), RawHeaders.TRACE), ""));
    }

    private String topic(Lane lane) {
        return switch (lane) {
            case EXPRESS -> client.topics().rawExpress();
            case SURGE -> client.topics().rawSurge();
        };
    }

    @Override
    public void close() {
        for (var consumer = idle.pollFirst(); consumer != null; consumer = idle.pollFirst()) {
            consumer.close(Duration.ofSeconds(1));
        }
    }
}
