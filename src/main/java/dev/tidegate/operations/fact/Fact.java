package dev.tidegate.operations.fact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * One fact as it stands in the log.
 *
 * @param value Avro in single-object encoding
 */
record Fact(
        int partition,
        long offset,
        String tenant,
        FactType type,
        String id,
        String source,
        String subject,
        String time,
        byte[] value) {

    private static final Map<String, FactType> TYPES = types();

    /** Empty for a type that this version doesn't know. */
    static Optional<Fact> of(ConsumerRecord<byte[], byte[]> kept) {
        var headers = kept.headers();
        return Optional.ofNullable(TYPES.get(text(headers, "ce_type")))
                .map(
                        type ->
                                new Fact(
                                        kept.partition(),
                                        kept.offset(),
                                        tenant(kept),
                                        type,
                                        text(headers, "ce_id"),
                                        text(headers, "ce_source"),
                                        text(headers, "ce_subject"),
                                        text(headers, "ce_time"),
                                        kept.value()));
    }

    static String tenant(ConsumerRecord<byte[], byte[]> kept) {
        return text(kept.headers(), "ce_tenant");
    }

    private static String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static Map<String, FactType> types() {
        var types = new HashMap<String, FactType>();
        for (FactType type : FactType.values()) {
            types.put(type.ceType(), type);
        }
        return Map.copyOf(types);
    }
}
