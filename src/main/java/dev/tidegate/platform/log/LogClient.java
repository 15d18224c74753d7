package dev.tidegate.platform.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Producers, consumers and topics, all with the settings that this program relies on. */
public final class LogClient {
    /**
     * Bytes of one answer to a worker; a batch that is larger comes alone. What has been fetched is
     * handed out before what comes later, whatever its lane, so it is no more than a few batches.
     */
    private static final int FETCH_MAX = 2 * 1024 * 1024;

    /** New topics have leaders within this, or the start fails. */
    private static final Duration LEADERS_WAIT = Duration.ofSeconds(30);

    private static final Duration LEADERS_PAUSE = Duration.ofMillis(20);

    private final LogSettings settings;
    private final Topics topics;

    public LogClient(LogSettings settings) {
        this.settings = settings;
        this.topics = new Topics(settings);
    }

    public Topics topics() {
        return topics;
    }

    /** Creates the topics that are missing; raw and fact are kept for ever. */
    public void ensureTopics() {
        try (Admin admin = admin()) {
            var existing = admin.listTopics().names().get();
            var missing = new ArrayList<NewTopic>();
            topics.partitions()
                    .forEach(
                            (topic, partitions) -> {
                                if (!existing.contains(topic)) {
                                    missing.add(newTopic(topic, partitions));
                                }
                            });
            if (!missing.isEmpty()) {
                make(admin, missing);
                awaitLeaders(admin, missing);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the log's topics could not be made: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making topics", e);
        }
    }

    /** One that another process made in the meantime is as good as ours. */
    private static void make(Admin admin, List<NewTopic> missing)
            throws ExecutionException, InterruptedException {
        for (var made : admin.createTopics(missing).values().values()) {
            try {
                made.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    /**
     * A topic is made before its leaders serve it, and before every broker has heard of it. A
     * producer whose first request comes too early and whose second does not is refused for its
     * sequence until it gives up (KAFKA-15591); ends are told by leaders only, and asked for until
     * they are. The client asks again by itself where the leader is not ready, but not where the
     * topic is unknown; whether it is known is asked first, as an unknown one's end is an error in
     * the client's log.
     */
    static void awaitLeaders(Admin admin, List<NewTopic> made)
            throws ExecutionException, InterruptedException {
        var names = made.stream().map(NewTopic::name).toList();
        var ends = new HashMap<TopicPartition, OffsetSpec>();
        for (NewTopic topic : made) {
            for (int i = 0; i < topic.numPartitions(); i++) {
                ends.put(new TopicPartition(topic.name(), i), OffsetSpec.latest());
            }
        }
        long deadline = System.nanoTime() + LEADERS_WAIT.toNanos();
        while (true) {
            try {
                admin.describeTopics(names).allTopicNames().get();
                admin.listOffsets(ends).all().get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
                        || System.nanoTime() - deadline > 0) {
                    throw e;
                }
                Thread.sleep(LEADERS_PAUSE);
            }
        }
    }

    private NewTopic newTopic(String topic, int partitions) {
        var config = new HashMap<String, String>();
        config.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(settings.recordSizeMax()));
        if (settings.durability() == LogSettings.Durability.REPLICATED) {
            config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        } else {
            // derived topics too: the position behind them is committed, and would skip what is
            // lost
            config.put(TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG, "1");
        }
        return new NewTopic(topic, partitions, settings.replicationFactor()).configs(config);
    }

    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", settings.bootstrapServers()));
    }

    /**
     * An idempotent producer that waits for all replicas; {@code lingerMs} trades latency for
     * batches. It has one request under way: what comes while the disk is busy goes together at its
     * next turn (group commit), so that a flush is shared. With several, one whose first came
     * before the leader was ready and whose second did not is refused for its sequence until it
     * gives up (KAFKA-15591).
     */
    public KafkaProducer<byte[], byte[]> producer(String name, int lingerMs) {
        var config = new HashMap<String, Object>();
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(ProducerConfig.CLIENT_ID_CONFIG, name);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        config.put(ProducerConfig.LINGER_MS_CONFIG, lingerMs);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, settings.recordSizeMax());
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * A consumer whose partitions and positions are ours to set: no group, no rebalance, and a
     * position that the log doesn't have is an error, never a reason to begin again.
     */
    public KafkaConsumer<byte[], byte[]> consumer(String name, int pollMax) {
        return consumer(name, pollMax, FETCH_MAX);
    }

    /** A consumer for single records at known offsets: it fetches little. */
    public KafkaConsumer<byte[], byte[]> reader(String name) {
        return consumer(name, 1, 64 * 1024);
    }

    private KafkaConsumer<byte[], byte[]> consumer(String name, int pollMax, int fetchBytesMax) {
        var config = new HashMap<String, Object>();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, pollMax);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, fetchBytesMax);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, fetchBytesMax);
        config.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return new KafkaConsumer<>(
                config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
