package dev.tidegate.operations.fact;

import dev.tidegate.platform.log.LogClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Facts that went by, read again from the log for one who was away. */
final class FactHistory {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    private static final int POLL_MAX = 2_000;

    private final LogClient client;
    private final List<TopicPartition> partitions;

    FactHistory(LogClient client, List<TopicPartition> partitions) {
        this.client = client;
        this.partitions = partitions;
    }

    /** Takes each fact of a tenant, in the order of its partition. */
    interface Sink {
        void accept(Fact fact) throws Exception;
    }

    FactPosition end() {
        try (var consumer = client.consumer("fact-history", 1)) {
            var next = new long[partitions.size()];
            consumer.endOffsets(partitions)
                    .forEach((partition, end) -> next[partition.partition()] = end);
            return FactPosition.of(next);
        }
    }

    /**
     * @throws IllegalStateException when the log doesn't answer in time
     */
    void read(String tenant, FactPosition from, FactPosition to, Sink sink) throws Exception {
        var left = new HashMap<TopicPartition, Long>();
        for (TopicPartition partition : partitions) {
            int i = partition.partition();
            if (from.next()[i] < to.next()[i]) {
                left.put(partition, to.next()[i]);
            }
        }
        if (left.isEmpty()) {
            return;
        }
        try (var consumer = client.consumer("fact-history", POLL_MAX)) {
            consumer.assign(left.keySet());
            left.keySet().forEach(p -> consumer.seek(p, from.next()[p.partition()]));
            read(consumer, tenant, left, sink);
        }
    }

    private static void read(
            KafkaConsumer<byte[], byte[]> consumer,
            String tenant,
            HashMap<TopicPartition, Long> left,
            Sink sink)
            throws Exception {
        long deadline = System.nanoTime() + ANSWER_TIMEOUT.toNanos();
        while (!left.isEmpty()) {
            var polled = consumer.poll(POLL);
            if (!polled.isEmpty()) {
                deadline = System.nanoTime() + ANSWER_TIMEOUT.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the log of facts does not answer");
            }
            for (ConsumerRecord<byte[], byte[]> kept : polled) {
                var end = left.get(new TopicPartition(kept.topic(), kept.partition()));
                if (end != null && kept.offset() < end && Fact.tenant(kept).equals(tenant)) {
                    var fact = Fact.of(kept);
                    if (fact.isPresent()) {
                        sink.accept(fact.get());
                    }
                }
            }
            left.entrySet().removeIf(e -> consumer.position(e.getKey()) >= e.getValue());
        }
    }
}
