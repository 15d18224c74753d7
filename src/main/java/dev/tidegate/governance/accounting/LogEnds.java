package dev.tidegate.governance.accounting;

import dev.tidegate.platform.log.LogClient;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far the log reaches, told by the log itself. One look serves all who wait for it. */
public final class LogEnds implements AutoCloseable {
    private static final long ANSWER_TIMEOUT_MS = 3_000;

    private final Map<String, Integer> partitions;
    private final Admin admin;
    private volatile long looks;
    private Map<String, Long> ends = Map.of();

    public LogEnds(LogClient client) {
        this.partitions = client.topics().partitions();
        this.admin = client.admin();
    }

    /**
     * End offsets, summed over the partitions of each topic: the records there ever were. They are
     * never of an earlier moment than the call, so that what was read before it is in them.
     *
     * @throws IllegalStateException when the log does not answer in time
     */
    public Map<String, Long> byTopic() {
        long before = looks;
        synchronized (this) {
            if (looks == before) { // else a look began after this call, and is over
                looks++;
                ends = sums();
            }
            return ends;
        }
    }

    private Map<String, Long> sums() {
        var all = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(
                (topic, count) ->
                        IntStream.range(0, count)
                                .forEach(
                                        i ->
                                                all.put(
                                                        new TopicPartition(topic, i),
                                                        OffsetSpec.latest())));
        var sums = new HashMap<String, Long>();
        offsets(all).forEach((partition, end) -> sums.merge(partition.topic(), end, Long::sum));
        return Map.copyOf(sums);
    }

    /**
     * Of each partition the first offset at or after a time.
     *
     * @param millis since 1970, by the log's clock
     * @return without those partitions that hold nothing so late
     * @throws IllegalStateException when the log does not answer in time
     */
    Map<TopicPartition, Long> firstAt(Collection<TopicPartition> of, long millis) {
        var found = offsets(of, OffsetSpec.forTimestamp(millis));
        found.values().removeIf(offset -> offset < 0);
        return found;
    }

    /** Of each partition the offset after its last record. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> of) {
        return offsets(of, OffsetSpec.latest());
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> of, OffsetSpec spec) {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        of.forEach(partition -> asked.put(partition, spec));
        return offsets(asked);
    }

    private Map<TopicPartition, Long> offsets(Map<TopicPartition, OffsetSpec> asked) {
        try {
            var offsets = new HashMap<TopicPartition, Long>();
            admin.listOffsets(asked)
                    .all()
                    .get(ANSWER_TIMEOUT_MS, TimeUnit.MILLISECONDS)
                    .forEach((partition, info) -> offsets.put(partition, info.offset()));
            return offsets;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the log does not tell its offsets: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the log for offsets", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
