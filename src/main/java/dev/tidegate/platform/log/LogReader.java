package dev.tidegate.platform.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads partitions in batches, topics in their order of precedence: what comes first is in every
 * batch, later ones fill what room it leaves, and wait while it has a backlog of more than a batch.
 * A consumer hands out what it has fetched in the order of fetching; so that an earlier topic need
 * not wait for that, each topic has a consumer of its own. Not thread-safe.
 */
final class LogReader implements AutoCloseable {
    private static final Duration WAIT_MIN = Duration.ofMillis(1);
    private static final Duration WAIT_MAX = Duration.ofMillis(100);
    private static final Duration TOP_UP = Duration.ofMillis(2);
    private static final int TOP_UPS_MAX = 3;

    private record Source(String topic, KafkaConsumer<byte[], byte[]> consumer) {
        long lag() {
            long lag = 0;
            for (TopicPartition partition : consumer.assignment()) {
                lag += consumer.currentLag(partition).orElse(0);
            }
            return lag;
        }
    }

    private final int batchMax;
    private final List<Source> sources = new ArrayList<>();
    private Duration wait = Duration.ZERO;

    /**
     * @param topics in order of precedence
     */
    LogReader(LogClient client, String name, List<String> topics, int batchMax) {
        this.batchMax = batchMax;
        for (String topic : topics) {
            var consumer = client.consumer(name + "-" + topic, Math.max(batchMax / 2, 1));
            sources.add(new Source(topic, consumer));
        }
    }

    /** Reads these from now on, each from where it was or is set to. */
    void assign(Collection<TopicPartition> partitions) {
        for (Source source : sources) {
            source.consumer.assign(
                    partitions.stream().filter(p -> p.topic().equals(source.topic)).toList());
        }
    }

    void seek(TopicPartition partition, long nextOffset) {
        for (Source source : sources) {
            if (source.topic.equals(partition.topic())) {
                source.consumer.seek(partition, nextOffset);
            }
        }
    }

    /**
     * The next batch, after a wait if there is nothing. A small batch costs nearly what a large one
     * does, so a trickle is let gather.
     *
     * @param restNanos time to gather
     * @return empty when nothing has come
     */
    List<ConsumerRecords<byte[], byte[]>> read(long restNanos) throws InterruptedException {
        var all = new ArrayList<ConsumerRecords<byte[], byte[]>>();
        int room = turn(all, batchMax, wait);
        if (all.isEmpty()) {
            wait = longer(wait);
            return all;
        }
        wait = Duration.ZERO;
        int half = batchMax / 2;
        if (room > half && restNanos > 0) {
            TimeUnit.NANOSECONDS.sleep(Math.min(restNanos, WAIT_MAX.toNanos()));
        }
        for (int i = 0; i < TOP_UPS_MAX && room >= half && half > 0; i++) {
            // A poll hands out what was fetched before it, hence more than one.
            room = turn(all, room, TOP_UP);
        }
        return all;
    }

    /** One poll of each topic, in order, while there is room. */
    private int turn(List<ConsumerRecords<byte[], byte[]>> all, int room, Duration wait) {
        int left = room;
        var patience = wait;
        for (Source source : sources) {
            if (source.consumer.assignment().isEmpty()) {
                continue;
            }
            var polled = source.consumer.poll(patience);
            patience = Duration.ZERO;
            if (!polled.isEmpty()) {
                all.add(polled);
                left -= polled.count();
            }
            if (left < batchMax / 2 || source.lag() > batchMax) {
                break;
            }
        }
        return left;
    }

    private static Duration longer(Duration wait) {
        var twice = wait.isZero() ? WAIT_MIN : wait.multipliedBy(2);
        return twice.compareTo(WAIT_MAX) < 0 ? twice : WAIT_MAX;
    }

    @Override
    public void close() {
        sources.forEach(source -> source.consumer.close());
    }
}
