package dev.tidegate.governance.accounting;

import dev.tidegate.contract.Lane;
import dev.tidegate.platform.log.LogClient;
import dev.tidegate.platform.log.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The raw lanes by time: the log stamps each record as it appends it, so a span is a stretch of
 * each partition.
 */
public final class RawLanes {
    private static final int POLL_MAX = 5_000;
    private static final Duration POLL = Duration.ofMillis(200);

    private final LogClient client;
    private final LogEnds ends;

    public RawLanes(LogClient client, LogEnds ends) {
        this.client = client;
        this.ends = ends;
    }

    /**
     * A part of one partition.
     *
     * @param from first offset
     * @param to offset after the last
     */
    public record Stretch(Lane lane, TopicPartition partition, long from, long to) {
        public long length() {
            return to - from;
        }
    }

    /** Takes the records of a stretch, piece by piece and each piece in order. */
    public interface Reader {
        void read(Stretch piece, List<ConsumerRecord<byte[], byte[]>> records);
    }

    /** Those that hold what was appended in the span. */
    public List<Stretch> stretches(Span span) {
        var lanes = lanes();
        // The ends first: what is appended later is not in the span's stretches, but in the next's.
        var last = ends.ends(lanes.keySet());
        var to =
                span.to().map(time -> ends.firstAt(lanes.keySet(), Span.millis(time))).orElse(last);
        var from = ends.firstAt(lanes.keySet(), span.from().map(Span::millis).orElse(0L));
        var found = new ArrayList<Stretch>();
        lanes.forEach(
                (partition, lane) -> {
                    long end =
                            Math.min(
                                    to.getOrDefault(partition, Long.MAX_VALUE),
                                    last.getOrDefault(partition, 0L));
                    long begin = Math.min(from.getOrDefault(partition, end), end);
                    if (begin < end) {
                        found.add(new Stretch(lane, partition, begin, end));
                    }
                });
        return found;
    }

    private Map<TopicPartition, Lane> lanes() {
        var topics = client.topics();
        var all = new HashMap<TopicPartition, Lane>();
        for (Lane lane : Lane.values()) {
            var topic = topic(topics, lane);
            for (int i = 0; i < topics.partitions().getOrDefault(topic, 0); i++) {
                all.put(new TopicPartition(topic, i), lane);
            }
        }
        return all;
    }

    private static String topic(Topics topics, Lane lane) {
        return switch (lane) {
            case EXPRESS -> topics.rawExpress();
            case SURGE -> topics.rawSurge();
        };
    }

    /**
     * @return whether all was read before the deadline
     */
    public boolean read(List<Stretch> stretches, long deadlineNanos, Reader reader) {
        var left = new HashMap<TopicPartition, Stretch>();
        stretches.forEach(stretch -> left.put(stretch.partition(), stretch));
        try (var consumer = client.consumer("raw-span", POLL_MAX)) {
            consumer.assign(left.keySet());
            stretches.forEach(stretch -> consumer.seek(stretch.partition(), stretch.from()));
            while (!left.isEmpty()) {
                if (System.nanoTime() - deadlineNanos > 0) {
                    return false;
                }
                var polled = consumer.poll(POLL);
                for (TopicPartition partition : polled.partitions()) {
                    var rest = left.get(partition);
                    if (rest != null) {
                        take(consumer, rest, polled.records(partition), left, reader);
                    }
                }
            }
            return true;
        }
    }

    private static void take(
            KafkaConsumer<byte[], byte[]> consumer,
            Stretch rest,
            List<ConsumerRecord<byte[], byte[]>> records,
            Map<TopicPartition, Stretch> left,
            Reader reader) {
        long to = Math.min(records.getLast().offset() + 1, rest.to());
        reader.read(
                new Stretch(rest.lane(), rest.partition(), rest.from(), to),
                records.stream().filter(raw -> raw.offset() < to).toList());
        if (to == rest.to()) {
            left.remove(rest.partition());
            consumer.pause(List.of(rest.partition()));
        } else {
            left.put(rest.partition(), new Stretch(rest.lane(), rest.partition(), to, rest.to()));
        }
    }
}
