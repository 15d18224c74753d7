package dev.tidegate.contract;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;

/**
 * One entry of a message in the canonical model, on its way from processing to operations.
 *
 * <p>The same bytes under the same mapping version give the same events, always; nothing here is
 * taken from a clock or a counter of the processing side.
 *
 * @param id address of the bytes and index of this entry
 * @param entries how many entries the message has in all
 * @param attempt 0 at first; one more each time the bytes are processed again by hand
 * @param ref the place in the original, such as {@code 000000905/1/0001}, {@code row:17}, {@code
 *     /orders/3}
 * @param type which schema {@code body} follows
 * @param key the business key, such as the order's number: what a person looks for
 * @param orderingKey events of one ordering key are applied in their order
 * @param dedupe 128 bits of SHA-256 over type and dedupe key: claimed once per tenant
 * @param content 128 bits of SHA-256 over the body: tells a duplicate from a conflict, breaks ties
 *     of versions
 * @param version version stamp of the thing described; a lower one never overwrites a higher one. 0
 *     where the type has none
 * @param mapping mapping name and version, {@code x12@3}
 * @param acceptedAt when the bytes became durable (the log's time)
 * @param findings what was read on over rather than refused, each a code and its place: the record
 *     of a lenient reading, no part of dedupe or content
 * @param body the document, following the type's schema
 */
public record CanonicalEvent(
        TenantId tenant,
        SourceId source,
        EventId id,
        int entries,
        int attempt,
        String ref,
        EventType type,
        String key,
        String orderingKey,
        UUID dedupe,
        UUID content,
        long version,
        String mapping,
        Instant acceptedAt,
        List<String> findings,
        GenericRecord body) {

    /** The same event as another attempt at an entry. */
    public CanonicalEvent again(EventId id, int entries, int attempt) {
        return new CanonicalEvent(
                tenant,
                source,
                id,
                entries,
                attempt,
                ref,
                type,
                key,
                orderingKey,
                dedupe,
                content,
                version,
                mapping,
                acceptedAt,
                findings,
                body);
    }

    /** An event read without findings. */
    public CanonicalEvent(
            TenantId tenant,
            SourceId source,
            EventId id,
            int entries,
            int attempt,
            String ref,
            EventType type,
            String key,
            String orderingKey,
            UUID dedupe,
            UUID content,
            long version,
            String mapping,
            Instant acceptedAt,
            GenericRecord body) {
        this(
                tenant,
                source,
                id,
                entries,
                attempt,
                ref,
                type,
                key,
                orderingKey,
                dedupe,
                content,
                version,
                mapping,
                acceptedAt,
                List.of(),
                body);
    }
}
