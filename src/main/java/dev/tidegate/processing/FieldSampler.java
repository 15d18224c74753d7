package dev.tidegate.processing;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.drift.FieldRead;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.processing.document.Reading.Document;
import dev.tidegate.processing.mapping.Mapping;
import dev.tidegate.processing.reads.Reads;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks at which fields mappings read, on a few documents of each source and minute of acceptance:
 * a second mapping of these is all that it costs. One thread's.
 */
final class FieldSampler {
    private static final int DOCUMENTS_A_MINUTE = 4;
    private static final int SOURCES_MAX = 1_000;
    private static final long SECONDS_A_MINUTE = 60;

    private final Map<Key, Minute> minutes =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Minute> eldest) {
                    return size() > SOURCES_MAX;
                }
            };
    private final Map<FieldRead, Instant> reads = new HashMap<>();

    private record Key(TenantId tenant, SourceId source) {}

    /** A minute of acceptance, and how many documents of it were looked at. */
    private record Minute(long minute, int documents) {}

    void begin() {
        reads.clear();
    }

    void look(
            RawMessage message,
            Prepared source,
            Document document,
            Mapping mapping,
            Map<String, Object> variables) {
        if (!isDue(message)) {
            return;
        }
        String label = source.source().mapping().label();
        for (Reads.Read read : Reads.of(mapping, document.tree(), variables)) {
            reads.merge(
                    new FieldRead(
                            message.tenant(),
                            message.source(),
                            read.path(),
                            label,
                            read.eventType(),
                            read.field()),
                    message.acceptedAt(),
                    (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    private boolean isDue(RawMessage message) {
        long minute = message.acceptedAt().getEpochSecond() / SECONDS_A_MINUTE;
        var key = new Key(message.tenant(), message.source());
        var last = minutes.get(key);
        int looked = last == null || last.minute() < minute ? 0 : last.documents();
        boolean due = looked < DOCUMENTS_A_MINUTE && (last == null || minute >= last.minute());
        if (due) {
            minutes.put(key, new Minute(minute, looked + 1));
        }
        return due;
    }

    void write(JdbcClient jdbc) {
        if (!reads.isEmpty()) {
            FieldRead.seen(jdbc, reads);
        }
    }
}
