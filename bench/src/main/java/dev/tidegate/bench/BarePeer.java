package dev.tidegate.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The peer of {@code accept}: a bare producer with the program's own settings (acks=all, lz4,
 * idempotent) that writes the same records to the same broker, on a topic that is flushed at every
 * append as the raw lanes are. What a front door could reach if it cost nothing.
 */
final class BarePeer implements AutoCloseable {
    private static final String TOPIC = "bench.raw";
    private static final int PARTITIONS = 8;

    private final KafkaProducer<byte[], byte[]> producer;

    BarePeer(Ground ground, int lingerMs) throws Exception {
        var log = ground.log();
        try (var admin = log.admin()) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                var topic =
                        new NewTopic(TOPIC, PARTITIONS, (short) 1)
                                .configs(
                                        Map.of(
                                                "flush.messages", "1",
                                                "message.timestamp.type", "LogAppendTime"));
                admin.createTopics(List.of(topic)).all().get();
            }
        }
        producer = log.producer("bench-peer", lingerMs);
    }

    private static ProducerRecord<byte[], byte[]> record(int batch, byte[] line) {
        var key = Mix.TENANTS.get(batch % Mix.TENANTS.size()) + "\0json";
        return new ProducerRecord<>(TOPIC, key.getBytes(StandardCharsets.UTF_8), line);
    }

    /** Sends all, in batches for one tenant after another; answers when all is on disk. */
    double perSecond(byte[][] lines, int batch) {
        var failure = new AtomicReference<Exception>();
        long began = System.nanoTime();
        for (int i = 0; i < lines.length; i++) {
            producer.send(
                    record(i / batch, lines[i]),
                    (metadata, problem) -> {
                        if (problem != null) {
                            failure.set(problem);
                        }
                    });
        }
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("the broker refused a record", failure.get());
        }
        return lines.length / ((System.nanoTime() - began) / 1e9);
    }

    /** Each record by itself, open loop: the floor of a single request's latency. */
    Histogram latencies(byte[][] lines, int arrivals, int perSecond, int threads) throws Exception {
        return OpenLoop.run(
                arrivals,
                perSecond,
                threads,
                () ->
                        arrival -> {
                            var done = new CountDownLatch(1);
                            producer.send(
                                    record(arrival, lines[arrival % lines.length]),
                                    (metadata, problem) -> done.countDown());
                            if (!done.await(30, TimeUnit.SECONDS)) {
                                throw new IllegalStateException("no acknowledgement in 30 s");
                            }
                        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
