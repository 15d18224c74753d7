package dev.tidegate.contract;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Raw records of the log as {@link RawMessage}s. */
public final class RawRecords {
    private static final byte[] NOTHING = new byte[0];

    private RawRecords() {}

    public static RawMessage read(Lane lane, ConsumerRecord<byte[], byte[]> raw) {
        var headers = raw.headers();
        var before = text(headers, RawHeaders.RECORDS_BEFORE);
        var preamble = headers.lastHeader(RawHeaders.PREAMBLE);
        return new RawMessage(
                new RawAddress(lane, raw.partition(), raw.offset()),
                tenant(headers),
                source(headers),
                Optional.ofNullable(text(headers, RawHeaders.CONTENT_TYPE))
                        .orElse("application/octet-stream"),
                Optional.ofNullable(text(headers, RawHeaders.MESSAGE_ID)),
                raw.value() == null ? NOTHING : raw.value(),
                preamble == null ? NOTHING : preamble.value(),
                before == null ? 0 : Long.parseLong(before),
                Instant.ofEpochMilli(raw.timestamp()));
    }

    /**
     * @throws IllegalStateException when the record has no tenant, which nothing of ours writes
     */
    public static TenantId tenant(Headers headers) {
        return new TenantId(required(headers, RawHeaders.TENANT));
    }

    public static SourceId source(Headers headers) {
        return new SourceId(required(headers, RawHeaders.SOURCE));
    }

    public static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String required(Headers headers, String name) {
        var value = text(headers, name);
        if (value == null) {
            throw new IllegalStateException("a raw record without the header " + name);
        }
        return value;
    }
}
