package dev.tidegate.console.mappings;

import dev.tidegate.platform.TenantId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Rehearsals that somebody started here and looks at. They change nothing, so one that is forgotten
 * with its process is started again.
 */
final class RehearsalDesk {
    private static final int KEPT_MAX = 50;

    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, Running> running = new HashMap<>();
    private final Deque<Long> order = new ArrayDeque<>();

    /** One of a tenant's. */
    static final class Running {
        final long number;
        final TenantId tenant;
        private volatile long messages;
        private volatile @Nullable JsonNode report;
        private volatile @Nullable String refusal;

        Running(long number, TenantId tenant) {
            this.number = number;
            this.tenant = tenant;
        }

        long messages() {
            return messages;
        }

        Optional<JsonNode> report() {
            return Optional.ofNullable(report);
        }

        Optional<String> refusal() {
            return Optional.ofNullable(refusal);
        }
    }

    /**
     * @param work given whom to tell how many messages were read
     * @param refused what to say of what it threw
     */
    Running start(
            TenantId tenant,
            Function<LongConsumer, JsonNode> work,
            Function<RuntimeException, String> refused) {
        var started = new Running(numbers.incrementAndGet(), tenant);
        keep(started);
        Thread.ofVirtual()
                .name("rehearsal-" + started.number)
                .start(
                        () -> {
                            try {
                                started.report = work.apply(read -> started.messages = read);
                            } catch (RuntimeException e) {
                                started.refusal = refused.apply(e);
                            }
                        });
        return started;
    }

    private synchronized void keep(Running started) {
        running.put(started.number, started);
        order.addLast(started.number);
        if (order.size() > KEPT_MAX) {
            running.remove(order.removeFirst());
        }
    }

    synchronized Optional<Running> find(TenantId tenant, long number) {
        return Optional.ofNullable(running.get(number)).filter(one -> one.tenant.equals(tenant));
    }
}
