package dev.tidegate.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tidegate.testing.Plant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LogWorkerTest {
    private static Plant plant;

    @BeforeAll
    static void open() {
        plant = Plant.open(LogWorkerTest.class);
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    @Test
    void twoWorkersReadEveryRecordAndShareThePartitions() {
        send("shared", 500);
        Set<String> first = ConcurrentHashMap.newKeySet();
        Set<String> second = ConcurrentHashMap.newKeySet();
        try (var one = worker("sharing", reading(first)).start();
                var two = worker("sharing", reading(second)).start()) {
            await().atMost(Duration.ofSeconds(20)).until(() -> first.size() + second.size() >= 500);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () ->
                                    assertThat(owners("sharing"))
                                            .as("each holds half of the partitions")
                                            .containsExactly(4L, 4L));
        }
        first.retainAll(second);
        assertThat(first).as("read by both").isEmpty();
    }

    @Test
    void twoWorkersShareEachTopic() {
        var topics = plant.log().topics();
        var all = List.of(Map.entry(topics.canonicalExpress(), 8), Map.entry(topics.dead(), 8));
        try (var one = worker("sharing two", all, batch -> {}).start();
                var two = worker("sharing two", all, batch -> {}).start()) {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () ->
                                    assertThat(sharesByTopic("sharing two"))
                                            .as("each holds half of the partitions of each topic")
                                            .containsExactly("4 and 4", "4 and 4"));
        }
    }

    @Test
    void aFailedBatchComesAgainFromTheCommittedPosition() {
        send("again", 100);
        var failed = new AtomicBoolean();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        LogWorker.Handler failsOnce =
                batch -> {
                    if (failed.compareAndSet(false, true)) {
                        throw new IllegalStateException("the database went away");
                    }
                    reading(seen).handle(batch);
                };
        try (var worker = worker("again", failsOnce).start()) {
            await().atMost(Duration.ofSeconds(20))
                    .until(
                            () ->
                                    seen.stream().filter(value -> value.startsWith("again")).count()
                                            == 100);
        }
    }

    @Test
    void aWorkerThatLostItsLeaseCannotCommit() {
        send("zombie", 10);
        var held = new AtomicReference<LogBatch>();
        try (var worker =
                worker(
                                "zombies",
                                batch -> {
                                    held.compareAndSet(null, batch);
                                    throw new IllegalStateException("asleep through its lease");
                                })
                        .start()) {
            await().atMost(Duration.ofSeconds(20)).until(() -> held.get() != null);
        }
        plant.owner()
                .sql(
                        "update platform.log_position set owner = ?, epoch = epoch + 1 where consumer = 'zombies'")
                .param(UUID.randomUUID())
                .update();

        assertThatThrownBy(
                        () ->
                                plant.database()
                                        .unscoped(
                                                jdbc -> {
                                                    held.get().commit(jdbc, Map.of());
                                                    return 0;
                                                }))
                .isInstanceOf(FencedException.class);
    }

    @Test
    void aPositionThatTheLogDoesNotHaveIsAnErrorAndNoReasonToBeginAgain() {
        send("there", 10);
        try (var consumer = plant.log().consumer("test", 10)) {
            var partition = new TopicPartition(plant.log().topics().canonicalExpress(), 0);
            consumer.assign(List.of(partition));
            consumer.seek(partition, 1_000_000);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () ->
                                    assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(1)))
                                            .isInstanceOf(OffsetOutOfRangeException.class));
        }
    }

    private static List<Long> owners(String consumer) {
        return plant.owner()
                .sql("select count(*) from platform.log_position where consumer = ? group by owner")
                .param(consumer)
                .query(Long.class)
                .list();
    }

    /** Of each worker, how many partitions it has of each topic that it reads. */
    private static List<String> sharesByTopic(String consumer) {
        return plant.owner()
                .sql(
                        """
                        select string_agg(partitions::text, ' and ' order by topic)
                        from (select owner, topic, count(*) as partitions from platform.log_position
                              where consumer = ? and owner is not null group by owner, topic) as held
                        group by owner
                        """)
                .param(consumer)
                .query(String.class)
                .list();
    }

    private static LogWorker.Handler reading(Set<String> seen) {
        return batch -> {
            batch.records().forEach(r -> seen.add(new String(r.value(), StandardCharsets.UTF_8)));
            plant.database()
                    .unscoped(
                            jdbc -> {
                                batch.commit(jdbc, Map.of());
                                return 0;
                            });
        };
    }

    private static LogWorker worker(String consumer, LogWorker.Handler handler) {
        var canonical = List.of(Map.entry(plant.log().topics().canonicalExpress(), 8));
        return worker(consumer, canonical, handler);
    }

    private static LogWorker worker(
            String consumer, List<Map.Entry<String, Integer>> topics, LogWorker.Handler handler) {
        var plan =
                new LogWorker.Plan(
                        consumer, topics, 50, Duration.ofSeconds(2), Duration.ofSeconds(1));
        return new LogWorker(plan, plant.log(), plant.database(), UUID.randomUUID(), handler);
    }

    private static void send(String name, int count) {
        try (var producer = plant.log().producer("test", 0)) {
            for (int i = 0; i < count; i++) {
                var value = (name + i).getBytes(StandardCharsets.UTF_8);
                producer.send(
                        new ProducerRecord<>(
                                plant.log().topics().canonicalExpress(), value, value));
            }
            producer.flush();
        }
    }
}
