package dev.tidegate.platform.log;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one poll brought, and the position after it. Whoever handles it calls {@link #commit} in the
 * transaction of the effect: position, counts and effect move together or not at all.
 */
public final class LogBatch {
    private static final String ADVANCE =
            """
            update platform.log_position p set next_offset = a.next_offset
            from unnest(?::text[], ?::int[], ?::bigint[], ?::bigint[]) as a(topic, partition, epoch, next_offset)
            where p.consumer = ? and p.topic = a.topic and p.partition = a.partition
              and p.owner = ? and p.epoch = a.epoch and p.next_offset <= a.next_offset
            """;
    private static final String HOLD =
            """
            select 1 from platform.log_position p
            join unnest(?::text[], ?::int[], ?::bigint[]) as a(topic, partition, epoch)
              on p.topic = a.topic and p.partition = a.partition and p.epoch = a.epoch
            where p.consumer = ? and p.owner = ?
            for update of p
            """;

    private final String consumer;
    private final UUID worker;
    private final List<Lease> ends;
    private final List<ConsumerRecord<byte[], byte[]>> records;

    /**
     * @param ends for each partition read, its lease with {@code nextOffset} after the last record
     */
    LogBatch(
            String consumer,
            UUID worker,
            List<Lease> ends,
            List<ConsumerRecord<byte[], byte[]>> records) {
        this.consumer = consumer;
        this.worker = worker;
        this.ends = ends;
        this.records = records;
    }

    public List<ConsumerRecord<byte[], byte[]>> records() {
        return records;
    }

    /** One thing counted beside the position it belongs to. */
    public record Count(
            String topic, int partition, TenantId tenant, SourceId source, String measure) {}

    /**
     * Advances the positions past this batch and adds the counts.
     *
     * @throws FencedException when a partition has another owner by now; roll back
     */
    public void commit(JdbcClient jdbc, Map<Count, Long> counts) {
        int advanced =
                jdbc.sql(ADVANCE)
                        .params(
                                texts(ends.stream().map(Lease::topic)),
                                ends.stream().map(Lease::partition).toArray(Integer[]::new),
                                ends.stream().map(Lease::epoch).toArray(Long[]::new),
                                ends.stream().map(Lease::nextOffset).toArray(Long[]::new),
                                consumer,
                                worker)
                        .update();
        refuseUnlessAll(advanced);
        Counts.add(jdbc, consumer, counts);
    }

    /**
     * Adds the counts of a part of this batch that takes effect in a transaction of its own, before
     * the positions move. The next part, or the batch that comes again after a crash, must know
     * what was done already.
     *
     * @throws FencedException when a partition has another owner by now; roll back
     */
    public void count(JdbcClient jdbc, Map<Count, Long> counts) {
        int held =
                jdbc.sql(HOLD)
                        .params(
                                texts(ends.stream().map(Lease::topic)),
                                ends.stream().map(Lease::partition).toArray(Integer[]::new),
                                ends.stream().map(Lease::epoch).toArray(Long[]::new),
                                consumer,
                                worker)
                        .query(Integer.class)
                        .list()
                        .size();
        refuseUnlessAll(held);
        Counts.add(jdbc, consumer, counts);
    }

    private void refuseUnlessAll(int held) {
        if (held != ends.size()) {
            throw new FencedException(consumer + " lost a partition among " + ends);
        }
    }

    private static String[] texts(java.util.stream.Stream<String> values) {
        return values.toArray(String[]::new);
    }

    @Override
    public String toString() {
        return consumer + Arrays.toString(ends.toArray());
    }
}
