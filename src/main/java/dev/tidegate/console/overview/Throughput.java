package dev.tidegate.console.overview;

import dev.tidegate.governance.accounting.Accounting;
import dev.tidegate.platform.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the counts of the tenants that somebody watches, so that a page just opened has a past
 * to draw. A tenant nobody watches costs nothing.
 */
final class Throughput implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Throughput.class);
    private static final long EVERY_MS = 2_000;
    private static final Duration WATCHED_FOR = Duration.ofMinutes(15);
    private static final int WATCHED_MAX = 64;

    private final Function<TenantId, Accounting> accounting;
    private final Clock clock;
    private final Map<TenantId, Watched> watched = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("throughput").factory());

    private record Watched(Rates rates, Instant until) {}

    Throughput(Function<TenantId, Accounting> accounting, Clock clock) {
        this.accounting = accounting;
        this.clock = clock;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::look, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Rates of the last minutes, oldest first; the tenant is watched from now on. */
    List<Rates.Rate> watch(TenantId tenant, Accounting now) {
        var until = clock.instant().plus(WATCHED_FOR);
        var known =
                watched.compute(
                        tenant,
                        (t, before) ->
                                before == null
                                        ? first(until, now)
                                        : new Watched(before.rates, until));
        return known.rates.rates();
    }

    private Watched first(Instant until, Accounting now) {
        var rates = new Rates();
        rates.add(clock.instant(), now.accepted(), now.applied());
        return new Watched(rates, until);
    }

    void look() {
        var now = clock.instant();
        watched.values().removeIf(entry -> entry.until.isBefore(now));
        watched.entrySet().stream().limit(WATCHED_MAX).forEach(this::look);
    }

    private void look(Map.Entry<TenantId, Watched> entry) {
        try {
            var counts = accounting.apply(entry.getKey());
            entry.getValue().rates.add(clock.instant(), counts.accepted(), counts.applied());
        } catch (RuntimeException e) {
            log.debug("throughput of {} not known this time: {}", entry.getKey(), e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
