package dev.tidegate.governance.accounting;

import dev.tidegate.contract.RawRecords;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.log.LogBatch;
import dev.tidegate.platform.log.LogBatch.Count;
import dev.tidegate.platform.log.LogWorker;
import dev.tidegate.platform.sql.Database;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Counts what stands in the raw lanes, by tenant and source: what was accepted, as the log has it,
 * and not as the door remembers it. Beside what processing and operations count, a loss would show.
 */
public final class Tally implements LogWorker.Handler {
    /** Whose positions and counts these are. */
    public static final String CONSUMER = "tally";

    private final Database database;

    public Tally(Database database) {
        this.database = database;
    }

    @Override
    public void handle(LogBatch batch) {
        Map<Count, Long> counts = new HashMap<>();
        Set<TenantId> tenants = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> raw : batch.records()) {
            var tenant = RawRecords.tenant(raw.headers());
            var source = RawRecords.source(raw.headers());
            tenants.add(tenant);
            counts.merge(
                    new Count(raw.topic(), raw.partition(), tenant, source, Measures.MESSAGES),
                    1L,
                    Long::sum);
            counts.merge(
                    new Count(raw.topic(), raw.partition(), tenant, source, Measures.BYTES),
                    (long) Math.max(raw.serializedValueSize(), 0),
                    Long::sum);
        }
        database.inTenants(
                tenants,
                jdbc -> {
                    batch.commit(jdbc, counts);
                    return counts.size();
                });
    }
}
