package dev.tidegate.ingestion.admission;

import dev.tidegate.governance.accounting.Backlog;
import dev.tidegate.ingestion.IngestionSettings;
import dev.tidegate.platform.TenantId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lets requests in, each with a {@link Pass} that it gives back. */
public final class Admission {
    private final IngestionSettings settings;
    private final Backlog backlog;
    private final Clock clock;
    private final Memory memory;
    private final Map<TenantId, TenantGate> gates = new ConcurrentHashMap<>();

    public Admission(IngestionSettings settings, Backlog backlog, Clock clock) {
        this.settings = settings;
        this.backlog = backlog;
        this.clock = clock;
        this.memory = new Memory(settings.inFlightSizeMax().toBytes());
    }

    /** Empty when the tenant has too many requests under way; else to be closed at the end. */
    public Optional<Pass> enter(TenantId tenant) {
        var gate = gate(tenant);
        return gate.enter() ? Optional.of(new Pass(gate, memory)) : Optional.empty();
    }

    /** Decides for a message of this process's own making. */
    public Verdict judge(TenantId tenant) {
        return gate(tenant).judge();
    }

    /** Bytes held for all requests, for the metrics. */
    public long inFlight() {
        return memory.held();
    }

    private TenantGate gate(TenantId tenant) {
        var known = gates.get(tenant);
        return known != null
                ? known
                : gates.computeIfAbsent(tenant, id -> new TenantGate(id, settings, backlog, clock));
    }
}
