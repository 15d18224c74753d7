package dev.tidegate.ingestion.append;

import dev.tidegate.contract.RawHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The headers and the key that the messages of one request have in common, made once; a record adds
 * what is its own.
 */
public final class Envelope {
    private static final char NUL = '\0';

    private final byte[] key;
    private final List<Header> common;

    public Envelope(Sending sending) {
        this.key = key(sending).getBytes(StandardCharsets.UTF_8);
        this.common = new ArrayList<>();
        common.add(header(RawHeaders.TENANT, sending.tenant().value()));
        common.add(header(RawHeaders.SOURCE, sending.source().value()));
        common.add(header(RawHeaders.CONTENT_TYPE, sending.contentType()));
        common.add(header(RawHeaders.PRINCIPAL, sending.principal()));
        if (!sending.trace().isEmpty()) {
            common.add(header(RawHeaders.TRACE, sending.trace()));
        }
    }

    private static String key(Sending sending) {
        var key = sending.tenant().value() + NUL + sending.source().value();
        return sending.orderingKey().map(ordering -> key + NUL + ordering).orElse(key);
    }

    static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param sha256 of the bytes, as hexadecimal digits
     */
    ProducerRecord<byte[], byte[]> record(
            String topic, byte[] bytes, byte[] sha256, List<Header> own) {
        var headers = new ArrayList<Header>(common.size() + 1 + own.size());
        headers.addAll(common);
        headers.add(new RecordHeader(RawHeaders.SHA256, sha256));
        headers.addAll(own);
        return new ProducerRecord<>(topic, null, null, key, bytes, headers);
    }
}
