package dev.tidegate.platform.log;

import dev.tidegate.platform.sql.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that reads its leased partitions in batches and hands each to a handler, which commits
 * the position with the effect. Any failure is waited out: positions are read back from the
 * database and the same records come again, so a handler must decide for itself which failures are
 * the data's own.
 */
public final class LogWorker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LogWorker.class);
    private static final Comparator<TopicPartition> BY_NAME =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);
    private static final Duration UNEMPLOYED = Duration.ofMillis(100);

    /** A batch that takes longer has hung: its leases run out, and another worker may have them. */
    private static final Duration HANDLING_MAX = Duration.ofMinutes(2);

    /** Applies a batch and commits its position in the same transaction. */
    public interface Handler {
        void handle(LogBatch batch) throws Exception;
    }

    /**
     * @param consumer whose positions these are, such as {@code operations}
     * @param topics with their partition counts, in order of precedence: while an earlier one has a
     *     backlog of more than a batch, later ones wait
     * @param batchMax records of a batch at most
     * @param rest least time between the beginnings of two batches that are not nearly full
     * @param leaseTimeToLive after which another worker may take a dead one's partitions
     * @param backoffMax longest wait between two tries
     */
    public record Plan(
            String consumer,
            List<Map.Entry<String, Integer>> topics,
            int batchMax,
            Duration rest,
            Duration leaseTimeToLive,
            Duration backoffMax) {
        public Plan(
                String consumer,
                List<Map.Entry<String, Integer>> topics,
                int batchMax,
                Duration leaseTimeToLive,
                Duration backoffMax) {
            this(consumer, topics, batchMax, Duration.ZERO, leaseTimeToLive, backoffMax);
        }
    }

    private final Plan plan;
    private final LogClient client;
    private final Handler handler;
    private final UUID worker;
    private final Leases leases;
    private final Thread thread;
    private final Map<TopicPartition, Lease> held = new HashMap<>();
    private volatile boolean running = true;
    private volatile long handlingSinceNanos;
    private long refreshDueNanos;
    private long restNanos;

    public LogWorker(Plan plan, LogClient client, Database database, UUID worker, Handler handler) {
        this.plan = plan;
        this.client = client;
        this.handler = handler;
        this.worker = worker;
        this.leases = new Leases(database, plan.consumer(), worker, plan.leaseTimeToLive());
        this.thread =
                Thread.ofPlatform()
                        .name(plan.consumer() + "-" + worker.toString().substring(0, 8))
                        .unstarted(this::run);
    }

    public LogWorker start() {
        thread.start();
        Thread.ofVirtual().name("leases-of-" + thread.getName()).start(this::keepLeases);
        return this;
    }

    /** While a batch takes long: else another worker would take its partitions, and do it again. */
    private void keepLeases() {
        try {
            while (running) {
                Thread.sleep(plan.leaseTimeToLive().dividedBy(4));
                long since = handlingSinceNanos;
                if (since != 0 && System.nanoTime() - since < HANDLING_MAX.toNanos()) {
                    keepLeasesOnce();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepLeasesOnce() {
        try {
            leases.keep();
        } catch (RuntimeException e) {
            log.debug("{}: leases not renewed this time: {}", thread.getName(), e.toString());
        }
    }

    private void run() {
        long backoffMs = 50;
        while (running) {
            try (var reader = reader()) {
                leases.enrol(topicPartitions());
                backoffMs = 50;
                readOn(reader);
            } catch (InterruptedException e) {
                return;
            } catch (FencedException e) {
                log.info("{}: {}; reading its positions again", thread.getName(), e.getMessage());
            } catch (Exception e) {
                if (!running) {
                    return;
                }
                log.warn(
                        "{}: waits {} ms and tries again: {}",
                        thread.getName(),
                        backoffMs,
                        e.toString());
                log.debug("{}", thread.getName(), e);
                backoffMs = pause(backoffMs);
            } finally {
                held.clear();
                refreshDueNanos = 0;
            }
        }
    }

    private long pause(long backoffMs) {
        try {
            Thread.sleep(backoffMs);
        } catch (InterruptedException e) {
            running = false;
        }
        return Math.min(backoffMs * 2, plan.backoffMax().toMillis());
    }

    private LogReader reader() {
        var topics = plan.topics().stream().map(Map.Entry::getKey).toList();
        return new LogReader(client, thread.getName(), topics, plan.batchMax());
    }

    private void readOn(LogReader reader) throws Exception {
        while (running) {
            if (System.nanoTime() - refreshDueNanos >= 0 || refreshDueNanos == 0) {
                adopt(reader, leases.refresh());
                refreshDueNanos = System.nanoTime() + plan.leaseTimeToLive().toNanos() / 4;
            }
            if (held.isEmpty()) {
                Thread.sleep(UNEMPLOYED);
                continue;
            }
            var read = reader.read(restNanos);
            long began = System.nanoTime();
            if (!read.isEmpty()) {
                handle(read);
            }
            // The busier the machine, the larger the batches.
            restNanos = Math.max(System.nanoTime() - began, plan.rest().toNanos());
        }
    }

    /**
     * Follows the leases: new partitions start at their committed position, lost ones are let go.
     */
    private void adopt(LogReader reader, List<Lease> leased) {
        var now = new HashMap<TopicPartition, Lease>();
        for (Lease lease : leased) {
            now.put(new TopicPartition(lease.topic(), lease.partition()), lease);
        }
        if (!now.keySet().equals(held.keySet())) {
            reader.assign(now.keySet());
        }
        now.forEach(
                (partition, lease) -> {
                    var before = held.get(partition);
                    if (before == null || before.epoch() != lease.epoch()) {
                        reader.seek(partition, lease.nextOffset());
                        held.put(partition, lease);
                    }
                });
        held.keySet().retainAll(now.keySet());
    }

    private void handle(List<ConsumerRecords<byte[], byte[]>> polls) throws Exception {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>(plan.batchMax());
        var ends = new TreeMap<TopicPartition, Lease>(BY_NAME);
        for (ConsumerRecords<byte[], byte[]> polled : polls) {
            for (TopicPartition partition : polled.partitions()) {
                var part = polled.records(partition);
                records.addAll(part);
                ends.put(partition, end(partition, part.getLast().offset() + 1));
            }
        }
        handlingSinceNanos = System.nanoTime();
        try {
            handler.handle(
                    new LogBatch(plan.consumer(), worker, List.copyOf(ends.values()), records));
        } finally {
            handlingSinceNanos = 0;
        }
    }

    private Lease end(TopicPartition partition, long nextOffset) {
        var lease = held.get(partition);
        if (lease == null) {
            throw new FencedException("records of a partition no longer held: " + partition);
        }
        return new Lease(lease.topic(), lease.partition(), lease.epoch(), nextOffset);
    }

    private Map<String, Integer> topicPartitions() {
        var all = new HashMap<String, Integer>();
        plan.topics().forEach(topic -> all.put(topic.getKey(), topic.getValue()));
        return all;
    }

    /** Asks it to end after the batch in hand. */
    public void stop() {
        running = false;
    }

    /** Ends after the batch in hand and gives the partitions back. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(Duration.ofSeconds(10));
            leases.resign();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.info("{}: leases are left to run out: {}", thread.getName(), e.toString());
        }
    }
}
