package dev.tidegate.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.testing.Plant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LogClientTest {
    private static Plant plant;

    @BeforeAll
    static void open() {
        plant = Plant.open(LogClientTest.class);
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    @Test
    void aTopicThatTheBrokerHasNotHeardOfYetIsWaitedFor() throws Exception {
        var late = new NewTopic(plant.logSettings().topicPrefix() + "late", 4, (short) 1);
        try (Admin admin = plant.log().admin();
                var executor = Executors.newSingleThreadExecutor()) {
            var waiting =
                    executor.submit(
                            () -> {
                                LogClient.awaitLeaders(admin, List.of(late));
                                return partitions(admin, late.name());
                            });
            assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            admin.createTopics(List.of(late)).all().get();

            assertThat(waiting.get()).isEqualTo(4);
        }
    }

    private static int partitions(Admin admin, String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .topicNameValues()
                .get(topic)
                .get()
                .partitions()
                .size();
    }
}
