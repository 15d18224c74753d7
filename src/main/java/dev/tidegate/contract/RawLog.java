package dev.tidegate.contract;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.log.LogClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

    @Override
    public Optional<Kept> find(TenantId tenant, RawAddress address) {
        if (!turn()) {
            throw new IllegalStateException("too many read raw bytes at a time");
        }
        KafkaConsumer<byte[], byte[]> consumer = null;
        try {
            consumer = idle.pollFirst();
            if (consumer == null) {
                consumer = client.reader("raw-reader");
            }
            var found = read(consumer, address);
            idle.addFirst(consumer);
            consumer = null;
            return found.filter(raw -> RawRecords.tenant(raw.headers()).equals(tenant))
                    .map(raw -> kept(address.lane(), raw));
        } finally {
            if (consumer != null) {
                consumer.close(Duration.ZERO); // whatever failed may have left it in pieces
            }
            turns.release();
        }
    }

    private boolean turn() {
        try {
            return turns.tryAcquire(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<ConsumerRecord<byte[], byte[]>> read(
            KafkaConsumer<byte[], byte[]> consumer, RawAddress address) {
        var partition = new TopicPartition(topic(address.lane()), address.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, address.offset());
        long deadline = System.nanoTime() + ANSWER_TIMEOUT.toNanos();
        try {
            while (System.nanoTime() - deadline < 0) {
                var records = consumer.poll(POLL).records(partition);
                if (!records.isEmpty()) {
                    return Optional.of(records.getFirst())
                            .filter(raw -> raw.offset() == address.offset());
                }
            }
        } catch (OffsetOutOfRangeException notThere) {
            return Optional.empty();
        }
        throw new IllegalStateException("the log does not answer for " + address);
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
