package dev.tidegate.governance.drift;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Micros;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A mapping version reads a field of a source.
 *
 * @param mapping {@code json@4}
 * @param eventType canonical type; empty where the value lands in no event
 * @param field canonical field, likewise
 */
public record FieldRead(
        TenantId tenant,
        SourceId source,
        String path,
        String mapping,
        String eventType,
        String field) {
    private static final String SEEN =
            """
            insert into governance.field_read as f (tenant, source, path, mapping, event_type, field, last_read_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant, source, path, mapping, event_type, field) do update
            set last_read_at = greatest(f.last_read_at, excluded.last_read_at)
            """;

    /** Rows are taken in one order, so that two workers never wait for each other. */
    public static void seen(JdbcClient jdbc, Map<FieldRead, Instant> reads) {
        reads.keySet().stream()
                .sorted(Comparator.comparing(FieldRead::toString))
                .forEach(
                        read ->
                                jdbc.sql(SEEN)
                                        .params(
                                                read.tenant.value(),
                                                read.source.value(),
                                                read.path,
                                                read.mapping,
                                                read.eventType,
                                                read.field,
                                                Micros.timestamp(
                                                        reads.getOrDefault(read, Instant.EPOCH)))
                                        .update());
    }
}
