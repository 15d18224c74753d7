package dev.tidegate.processing;

import dev.tidegate.contract.CanonicalCodec;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.platform.log.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sends events on: each in the lane that its bytes came by, or as a dead letter; keyed by tenant
 * and ordering key. One thread's.
 */
final class CanonicalSender {
    private final KafkaProducer<byte[], byte[]> producer;
    private final Topics topics;
    private final CanonicalCodec codec = new CanonicalCodec();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    CanonicalSender(KafkaProducer<byte[], byte[]> producer, Topics topics) {
        this.producer = producer;
        this.topics = topics;
    }

    void send(List<CanonicalEvent> events) {
        for (CanonicalEvent event : events) {
            var key =
                    (event.tenant().value() + '\0' + event.orderingKey())
                            .getBytes(StandardCharsets.UTF_8);
            producer.send(
                    new ProducerRecord<>(topic(event), key, codec.encode(event)),
                    (metadata, problem) -> {
                        if (problem != null) {
                            failure.set(problem);
                        }
                    });
        }
    }

    private String topic(CanonicalEvent event) {
        if (event.type() == EventType.DEAD_LETTER) {
            return topics.dead();
        }
        return switch (event.id().address().lane()) {
            case EXPRESS -> topics.canonicalExpress();
            case SURGE -> topics.canonicalSurge();
        };
    }

    /** Returns once all that was sent is acknowledged. */
    void await() throws Exception {
        producer.flush();
        Exception problem = failure.getAndSet(null);
        if (problem != null) {
            throw problem;
        }
    }
}
