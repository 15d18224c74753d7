package dev.tidegate.proof.check;

import dev.tidegate.proof.outside.History.Letter;
import dev.tidegate.proof.outside.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The raw lanes as the broker holds them, read from the first offset to the last. */
public final class RawLog {
    private static final List<String> LANES = List.of("raw.express", "raw.surge");

    private final List<Kept> kept = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Where bytes stand. */
    public record Address(int lane, int partition, long offset) {
        /** As the program writes it: {@code express/3/1042}. */
        @Override
        public String toString() {
            return LANES.get(lane).substring("raw.".length()) + "/" + partition + "/" + offset;
        }
    }

    /** One record: where, whose, which bytes. */
    public record Kept(Address address, Letter letter) {}

    public static RawLog read(String bootstrapServers, String topicPrefix) {
        var log = new RawLog();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "max.poll.records",
                                5_000,
                                "isolation.level",
                                "read_uncommitted"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            for (int lane = 0; lane < LANES.size(); lane++) {
                log.read(consumer, lane, topicPrefix + LANES.get(lane));
            }
        }
        return log;
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer, int lane, String topic) {
        var partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            if (consumer.position(partition) != 0) {
                findings.add(
                        new Finding(
                                Finding.Kind.GAP,
                                partition + " begins at " + consumer.position(partition)));
            }
        }
        var next = new java.util.HashMap<TopicPartition, Long>();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                var partition = new TopicPartition(record.topic(), record.partition());
                long expected = next.getOrDefault(partition, 0L);
                if (record.offset() != expected) {
                    findings.add(
                            new Finding(
                                    Finding.Kind.GAP,
                                    partition + " has no " + expected + ".." + record.offset()));
                }
                next.put(partition, record.offset() + 1);
                keep(lane, record);
            }
        }
    }

    private void keep(int lane, ConsumerRecord<byte[], byte[]> record) {
        var sha256 = Message.sha256(record.value());
        if (!header(record, "sha256").equals(sha256)) {
            findings.add(
                    new Finding(
                            Finding.Kind.RAW_CHANGED,
                            record.topic() + "/" + record.partition() + "/" + record.offset()));
        }
        kept.add(
                new Kept(
                        new Address(lane, record.partition(), record.offset()),
                        new Letter(header(record, "tenant"), header(record, "source"), sha256)));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Of the source that the checker looks at. */
    public Stream<Kept> of(String source) {
        return kept.stream().filter(one -> one.letter().source().equals(source));
    }

    public List<Finding> findings() {
        return findings;
    }
}
