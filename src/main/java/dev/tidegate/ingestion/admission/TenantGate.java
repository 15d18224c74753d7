package dev.tidegate.ingestion.admission;

import dev.tidegate.governance.accounting.Backlog;
import dev.tidegate.ingestion.IngestionSettings;
import dev.tidegate.platform.TenantId;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One tenant at the door: its rate, its backlog, its requests and its memory. A tenant that floods
 * fills only its own.
 */
final class TenantGate {
    private final TenantId tenant;
    private final IngestionSettings settings;
    private final Backlog backlog;
    private final Bucket express;
    private final Lately lately;
    private final AtomicInteger requests = new AtomicInteger();
    private final Memory memory;

    TenantGate(TenantId tenant, IngestionSettings settings, Backlog backlog, Clock clock) {
        this.tenant = tenant;
        this.settings = settings;
        this.backlog = backlog;
        this.lately = new Lately(clock);
        this.memory = new Memory(settings.tenantInFlightSizeMax().toBytes());
        this.express =
                Bucket.builder()
                        .addLimit(
                                limit ->
                                        limit.capacity(settings.expressBurst())
                                                .refillGreedy(
                                                        settings.expressRate(),
                                                        Duration.ofSeconds(1)))
                        .build();
    }

    /** Decides for one message and counts it. */
    Verdict judge() {
        long pending = pending();
        if (pending >= settings.surgeBacklogMax()) {
            return Verdict.REFUSED;
        }
        lately.add();
        if (pending >= settings.expressBacklogMax() || !express.tryConsume(1)) {
            return Verdict.SURGE;
        }
        return Verdict.EXPRESS;
    }

    boolean isFull() {
        return pending() >= settings.surgeBacklogMax();
    }

    private long pending() {
        return backlog.pending(tenant) + lately.count();
    }

    boolean enter() {
        if (requests.incrementAndGet() <= settings.requestsMax()) {
            return true;
        }
        requests.decrementAndGet();
        return false;
    }

    void leave() {
        requests.decrementAndGet();
    }

    Memory memory() {
        return memory;
    }

    long expressLeft() {
        return express.getAvailableTokens();
    }
}
