package dev.tidegate.operations.fact;

import dev.tidegate.platform.log.LogClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest facts, read once a process however many follow. It reads only while somebody does, and
 * keeps its place through faults of the log.
 */
final class FactFeed implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FactFeed.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int POLL_MAX = 2_000;
    private static final long START_TIMEOUT_MS = 5_000;
    private static final long BACKOFF_MS = 250;

    private final LogClient client;
    private final String topic;
    private final int partitions;
    private final Map<String, Set<Follower>> followers = new HashMap<>();
    private long @Nullable [] next;
    private @Nullable Thread reader;
    private boolean closed;

    FactFeed(LogClient client) {
        this.client = client;
        this.topic = client.topics().fact();
        this.partitions = client.topics().partitions().getOrDefault(topic, 1);
    }

    String topic() {
        return topic;
    }

    int partitions() {
        return partitions;
    }

    List<TopicPartition> topicPartitions() {
        var all = new ArrayList<TopicPartition>();
        for (int i = 0; i < partitions; i++) {
            all.add(new TopicPartition(topic, i));
        }
        return all;
    }

    /**
     * From now on every fact of the follower's tenant is offered to it.
     *
     * @return where these begin
     * @throws IllegalStateException when the log doesn't answer in time
     */
    synchronized FactPosition join(Follower follower) throws InterruptedException {
        followers.computeIfAbsent(follower.tenant(), t -> new HashSet<>()).add(follower);
        if (reader == null && !closed) {
            reader = Thread.ofPlatform().daemon().name("fact-feed").start(this::run);
        }
        long deadline = System.nanoTime() + START_TIMEOUT_MS * 1_000_000;
        while (next == null && !closed && System.nanoTime() < deadline) {
            wait(POLL.toMillis());
        }
        if (next == null) {
            leave(follower);
            throw new IllegalStateException("the log of facts does not answer");
        }
        return FactPosition.of(next);
    }

    synchronized void leave(Follower follower) {
        var left = followers.get(follower.tenant());
        if (left != null && left.remove(follower) && left.isEmpty()) {
            followers.remove(follower.tenant());
        }
    }

    /** Where a follower stands that has taken all it was offered; empty while it has not. */
    synchronized Optional<FactPosition> caughtUp(Follower follower) {
        return next != null && follower.isEmpty() && !follower.isOverrun()
                ? Optional.of(FactPosition.of(next))
                : Optional.empty();
    }

    private void run() {
        boolean again = true;
        while (again) {
            try (var consumer = client.consumer("fact-feed", POLL_MAX)) {
                begin(consumer);
                while (isWanted()) {
                    var polled = consumer.poll(POLL);
                    if (!polled.isEmpty()) {
                        offer(polled);
                    }
                }
                again = false;
            } catch (Exception e) {
                log.warn("the feed of facts tries again: {}", e.toString());
                rest();
                again = isWanted();
            }
        }
    }

    /** Ends the reading, in the same breath as it finds that nobody follows. */
    private synchronized boolean isWanted() {
        if (!closed && !followers.isEmpty()) {
            return true;
        }
        next = null;
        reader = null;
        return false;
    }

    private void begin(KafkaConsumer<byte[], byte[]> consumer) {
        consumer.assign(topicPartitions());
        long[] from;
        synchronized (this) {
            from = next == null ? null : next.clone();
        }
        if (from == null) {
            consumer.seekToEnd(topicPartitions());
            from = new long[partitions];
            for (TopicPartition partition : topicPartitions()) {
                from[partition.partition()] = consumer.position(partition);
            }
        } else {
            for (TopicPartition partition : topicPartitions()) {
                consumer.seek(partition, from[partition.partition()]);
            }
        }
        synchronized (this) {
            next = from;
            notifyAll();
        }
    }

    private synchronized void offer(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        var places = next;
        if (places == null) {
            return;
        }
        for (ConsumerRecord<byte[], byte[]> kept : records) {
            places[kept.partition()] = kept.offset() + 1;
            var concerned = followers.get(Fact.tenant(kept));
            if (concerned != null) {
                Fact.of(kept).ifPresent(fact -> concerned.forEach(one -> one.offer(fact)));
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(BACKOFF_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
