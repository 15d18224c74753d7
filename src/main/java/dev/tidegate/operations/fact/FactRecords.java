package dev.tidegate.operations.fact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidegate.operations.fact.PackedRecords.One;
import dev.tidegate.platform.sql.Micros;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Facts as records of the log: CloudEvents 1.0 in Kafka's binary content mode, the key {@code
 * tenant NUL key}.
 */
final class FactRecords {
    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
    private static final Header CONTENT_TYPE = header("content-type", "application/avro");
    private static final Header[] TYPES = types();

    private final String factTopic;
    private final String reprocessTopic;

    FactRecords(String factTopic, String reprocessTopic) {
        this.factTopic = factTopic;
        this.reprocessTopic = reprocessTopic;
    }

    List<ProducerRecord<byte[], byte[]>> of(String tenant, byte[] packed) {
        var all = PackedRecords.read(packed);
        var shared =
                List.of(
                        SPEC_VERSION,
                        CONTENT_TYPE,
                        header("ce_source", "urn:tidegate:" + tenant),
                        header("ce_tenant", tenant),
                        header("ce_time", time(all.micros())));
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>(all.records().size());
        for (One one : all.records()) {
            records.add(
                    one.kind() == PackedRecords.REPROCESS
                            ? new ProducerRecord<>(reprocessTopic, key(tenant, one), one.value())
                            : fact(tenant, one, shared));
        }
        return records;
    }

    private ProducerRecord<byte[], byte[]> fact(String tenant, One one, List<Header> shared) {
        var headers = new ArrayList<Header>(shared.size() + 3);
        headers.addAll(shared);
        headers.add(TYPES[one.kind()]);
        headers.add(header("ce_id", one.id()));
        headers.add(header("ce_subject", one.key()));
        return new ProducerRecord<>(factTopic, null, key(tenant, one), one.value(), headers);
    }

    private static byte[] key(String tenant, One one) {
        return (tenant + '\0' + one.key()).getBytes(UTF_8);
    }

    private static String time(long micros) {
        return Micros.instant(micros).toString();
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }

    private static Header[] types() {
        var types = new Header[FactType.values().length];
        for (FactType type : FactType.values()) {
            types[type.ordinal()] = header("ce_type", type.ceType());
        }
        return types;
    }
}
