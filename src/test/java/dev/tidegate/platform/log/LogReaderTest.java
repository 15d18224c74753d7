package dev.tidegate.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.testing.Plant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LogReaderTest {
    private static final int FLOOD = 10_000;
    private static final int BATCH = 50;

    private static Plant plant;
    private static String express;
    private static String surge;

    @BeforeAll
    static void open() {
        plant = Plant.open(LogReaderTest.class);
        express = plant.log().topics().canonicalExpress();
        surge = plant.log().topics().canonicalSurge();
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    @Test
    void whatTakesPrecedenceDoesNotStandBehindWhatWasFetchedBeforeIt() throws Exception {
        var parts = List.of(new TopicPartition(express, 0), new TopicPartition(surge, 0));
        try (var reader =
                new LogReader(plant.log(), "precedence", List.of(express, surge), BATCH)) {
            reader.assign(parts);
            seekToEnds(reader, parts);
            send(surge, FLOOD);
            var read = new ArrayList<String>();
            while (read.isEmpty()) {
                read(reader, read);
            }
            send(express, 1);
            while (!read.contains(express)) {
                read(reader, read);
            }
            assertThat(read).as("of the flood, before it").hasSizeLessThan(FLOOD / 4);
            while (read.size() < FLOOD + 1) {
                read(reader, read);
            }
            assertThat(read).as("the flood is read as well").hasSize(FLOOD + 1);
        }
    }

    @Test
    void aBatchHasNoMoreThanItsMost() throws Exception {
        var parts = List.of(new TopicPartition(express, 0), new TopicPartition(surge, 0));
        try (var reader = new LogReader(plant.log(), "batches", List.of(express, surge), BATCH)) {
            reader.assign(parts);
            seekToEnds(reader, parts);
            send(express, 5 * BATCH);
            send(surge, 5 * BATCH);
            var read = new ArrayList<String>();
            while (read.size() < 10 * BATCH) {
                int before = read.size();
                read(reader, read);
                assertThat(read.size() - before).isLessThanOrEqualTo(BATCH);
            }
        }
    }

    private static void read(LogReader reader, List<String> topics) throws Exception {
        for (var polled : reader.read(0)) {
            polled.forEach(record -> topics.add(record.topic()));
        }
    }

    private void seekToEnds(LogReader reader, List<TopicPartition> parts) {
        try (var consumer = plant.log().consumer("ends", 1)) {
            consumer.endOffsets(parts).forEach(reader::seek);
        }
    }

    private void send(String topic, int count) {
        try (var producer = plant.log().producer("test", 0)) {
            var value = "x".repeat(200).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>(topic, 0, null, value));
            }
            producer.flush();
        }
    }
}
