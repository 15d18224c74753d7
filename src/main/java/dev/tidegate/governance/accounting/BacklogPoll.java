package dev.tidegate.governance.accounting;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks twice a second how much of every tenant's input is pending. When the database doesn't
 * answer, the last answer stands: the door stays open while operations are down, up to the door's
 * own bounds.
 */
public final class BacklogPoll implements Backlog, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BacklogPoll.class);
    private static final long EVERY_MS = 500;
    private static final String TENANTS = "select tenant from governance.tenant";
    private static final String PENDING =
            """
            select tenant,
                   sum(value) filter (where consumer = 'tally' and measure = 'messages')
                   - coalesce(sum(value) filter (where consumer = 'processing' and measure = 'messages'), 0)
                   + coalesce(sum(value) filter (where measure = 'entries'), 0)
                   - coalesce(sum(value) filter (where consumer = 'operations'), 0)
            from platform.log_count group by tenant
            """;

    private final Database database;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("backlog").factory());
    private volatile Map<TenantId, Long> pending = Map.of();

    public BacklogPoll(Database database) {
        this.database = database;
        timer.scheduleWithFixedDelay(this::poll, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public long pending(TenantId tenant) {
        return Math.max(pending.getOrDefault(tenant, 0L), 0);
    }

    private void poll() {
        try {
            List<TenantId> tenants =
                    database.unscoped(jdbc -> jdbc.sql(TENANTS).query(String.class).list()).stream()
                            .map(TenantId::new)
                            .toList();
            var now = new HashMap<TenantId, Long>();
            database.inTenants(
                    tenants,
                    jdbc -> {
                        jdbc.sql(PENDING)
                                .query(
                                        row -> {
                                            now.put(new TenantId(row.getString(1)), row.getLong(2));
                                        });
                        return now.size();
                    });
            pending = Map.copyOf(now);
        } catch (RuntimeException e) {
            log.debug("backlog not known this time: {}", e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
