package dev.tidegate.proof.check;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the world was told last of each thing: the last CloudEvent of a type and subject. */
public final class FactLog {
    private final Map<About, String> last = new HashMap<>();

    /** What a fact is about. */
    public record About(String tenant, String type, String subject) {}

    public static FactLog read(String bootstrapServers, String topicPrefix) {
        var log = new FactLog();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topicPrefix + "fact").stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(log::keep);
            }
        }
        return log;
    }

    private void keep(ConsumerRecord<byte[], byte[]> fact) {
        var about =
                new About(
                        header(fact, "ce_tenant"),
                        header(fact, "ce_type"),
                        header(fact, "ce_subject"));
        last.put(about, header(fact, "ce_id"));
    }

    private static String header(ConsumerRecord<byte[], byte[]> fact, String name) {
        var header = fact.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The id of the last fact, or empty. */
    String last(String tenant, String type, String subject) {
        return last.getOrDefault(new About(tenant, type, subject), "");
    }
}
