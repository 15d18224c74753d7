package dev.tidegate.ingestion.append;

import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawHeaders;
import dev.tidegate.platform.log.LogClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;

/**
 * Appends to the raw lanes. Single messages and bulk have a producer each, so that a flood of lines
 * never takes the buffer that a single message needs.
 */
public final class Appender implements AutoCloseable {
    private static final int BULK_LINGER_MS = 5;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final String express;
    private final String surge;
    private final Duration ackTimeout;
    private final KafkaProducer<byte[], byte[]> prompt;
    private final KafkaProducer<byte[], byte[]> bulk;

    public Appender(LogClient client, Duration ackTimeout) {
        this.express = client.topics().rawExpress();
        this.surge = client.topics().rawSurge();
        this.ackTimeout = ackTimeout;
        this.prompt = client.producer("ingestion", 0);
        this.bulk = client.producer("ingestion-bulk", BULK_LINGER_MS);
    }

    /**
     * Appends one message and returns when it is durable.
     *
     * @throws LogUnavailable when that took too long or failed
     */
    public RecordMetadata one(
            Envelope envelope, Optional<String> messageId, Lane lane, byte[] bytes, byte[] sha256) {
        try {
            return prompt.send(record(envelope, lane, bytes, sha256, named(messageId)))
                    .get(ackTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new LogUnavailable(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException | KafkaException e) {
            throw new LogUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable(e);
        }
    }

    /** Hands one of many to the log; the callback hears what became of it, on another thread. */
    void hand(
            Envelope envelope,
            Lane lane,
            byte[] bytes,
            byte[] sha256,
            List<Header> own,
            Callback told) {
        bulk.send(record(envelope, lane, bytes, sha256, own), told);
    }

    static List<Header> named(Optional<String> messageId) {
        return messageId.map(id -> Envelope.header(RawHeaders.MESSAGE_ID, id)).stream().toList();
    }

    private ProducerRecord<byte[], byte[]> record(
            Envelope envelope, Lane lane, byte[] bytes, byte[] sha256, List<Header> own) {
        var topic =
                switch (lane) {
                    case EXPRESS -> express;
                    case SURGE -> surge;
                };
        return envelope.record(topic, bytes, sha256, own);
    }

    /** What was handed over is still written. */
    @Override
    public void close() {
        prompt.close(CLOSE_TIMEOUT);
        bulk.close(CLOSE_TIMEOUT);
    }
}
