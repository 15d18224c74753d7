package dev.tidegate.operations.fact;

import dev.tidegate.contract.ReprocessRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Records that one transaction sends out, gathered in order, by tenant. Not thread-safe; one a
 * transaction.
 */
public final class Facts {
    private final long micros;
    private final FactValue value = new FactValue();
    private final Map<String, PackedRecords> byTenant = new TreeMap<>();

    /**
     * @param micros the time of the change, microseconds since 1970-01-01T00:00Z
     */
    public Facts(long micros) {
        this.micros = micros;
    }

    /**
     * @param key of the thing that changed; facts of one key keep their order
     * @param id tells this fact from every other of its tenant; the same when it is sent again
     * @param fields writes the fields in the schema's order
     */
    public void add(
            FactType type, String tenant, String key, String id, Consumer<FactValue> fields) {
        value.begin(type);
        fields.accept(value);
        packed(tenant).add((byte) type.ordinal(), key, id, value.end());
    }

    /** Asks for bytes to be processed again. */
    public void ask(ReprocessRequest request) {
        packed(request.tenant().value())
                .add(
                        PackedRecords.REPROCESS,
                        request.source().value(),
                        request.id().toString(),
                        request.toBytes());
    }

    private PackedRecords packed(String tenant) {
        return byTenant.computeIfAbsent(tenant, t -> new PackedRecords(micros));
    }

    Map<String, PackedRecords> byTenant() {
        return byTenant;
    }
}
