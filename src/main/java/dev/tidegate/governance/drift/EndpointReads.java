package dev.tidegate.governance.drift;

import dev.tidegate.platform.Refresher;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.sql.Micros;
import dev.tidegate.platform.web.CallerAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Remembers who asked which endpoint and when last: one entry in memory a client and endpoint,
 * written twice a minute. What is lost with the process is half a minute of it.
 */
public final class EndpointReads implements HandlerInterceptor, AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int ENTRIES_MAX = 10_000;
    private static final int OK_BELOW = 400;
    private static final String SEEN =
            """
            insert into governance.endpoint_read as e (tenant, client, endpoint, last_read_at) values (?, ?, ?, ?)
            on conflict (tenant, client, endpoint) do update
            set last_read_at = greatest(e.last_read_at, excluded.last_read_at)
            """;

    private final Database database;
    private final Clock clock;
    private final Map<Entry, Instant> reads = new ConcurrentHashMap<>();
    private final Refresher refresher;

    private record Entry(TenantId tenant, String client, String endpoint) {}

    public EndpointReads(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.refresher = new Refresher("endpoint reads", EVERY, this::write);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        boolean read = request.getMethod().equals("GET") && response.getStatus() < OK_BELOW;
        if (read && pattern != null && isApi(pattern.toString())) {
            CallerAuthentication.current()
                    .map(caller -> new Entry(caller.tenant(), caller.principal(), "GET " + pattern))
                    .filter(entry -> reads.size() < ENTRIES_MAX || reads.containsKey(entry))
                    .ifPresent(entry -> reads.put(entry, clock.instant()));
        }
    }

    private static boolean isApi(String pattern) {
        return pattern.startsWith("/v1/") || pattern.startsWith("/epcis/");
    }

    /** Writes what was read since it was last written. */
    public void write() {
        var all = List.copyOf(reads.entrySet());
        if (all.isEmpty()) {
            return;
        }
        database.inTenants(
                all.stream().map(one -> one.getKey().tenant()).toList(),
                jdbc -> {
                    all.stream()
                            .sorted(Comparator.comparing(one -> one.getKey().toString()))
                            .forEach(
                                    one ->
                                            jdbc.sql(SEEN)
                                                    .params(
                                                            one.getKey().tenant().value(),
                                                            one.getKey().client(),
                                                            one.getKey().endpoint(),
                                                            Micros.timestamp(one.getValue()))
                                                    .update());
                    return true;
                });
        all.forEach(one -> reads.remove(one.getKey(), one.getValue()));
    }

    @Override
    public void close() {
        refresher.close();
        write();
    }
}
