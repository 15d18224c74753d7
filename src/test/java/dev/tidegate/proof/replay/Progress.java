package dev.tidegate.proof.replay;

import dev.tidegate.testing.Plant;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** How far the readers of one database are behind the ends of their topics. */
final class Progress {
    private static final Duration TIMEOUT = Duration.ofMinutes(6);
    private static final String POSITIONS =
            "select topic, partition, next_offset from platform.log_position where consumer = ?";
    private static final String OUTBOX = "select count(*) from operations.outbox";

    private final Plant plant;

    Progress(Plant plant) {
        this.plant = plant;
    }

    /**
     * Returns when everything in the raw lanes has been processed and all that came of it applied.
     */
    void awaitEnd() {
        Awaitility.await("the log is read to its end")
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> atEnd("processing") && atEnd("operations") && outboxIsEmpty());
    }

    private boolean atEnd(String consumer) throws InterruptedException {
        var positions = positions(consumer);
        if (positions.isEmpty()) {
            return false;
        }
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        positions.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        try (Admin admin = plant.log().admin()) {
            var ends = admin.listOffsets(asked).all().get();
            return ends.entrySet().stream()
                    .allMatch(end -> positions.get(end.getKey()) >= end.getValue().offset());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<TopicPartition, Long> positions(String consumer) {
        var all = new HashMap<TopicPartition, Long>();
        plant.owner()
                .sql(POSITIONS)
                .param(consumer)
                .query(
                        row -> {
                            all.put(
                                    new TopicPartition(row.getString(1), row.getInt(2)),
                                    row.getLong(3));
                        });
        return all;
    }

    private boolean outboxIsEmpty() {
        return plant.owner().sql(OUTBOX).query(Long.class).single() == 0;
    }
}
