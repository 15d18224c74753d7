package dev.tidegate.operations.command;

import dev.tidegate.platform.Refresher;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.sql.Micros;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets go of answers by Idempotency-Key once they are old. What is a duplicate doesn't depend on
 * them: the key is part of what the journal knows for ever.
 */
final class OldAnswers implements AutoCloseable {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final String TENANTS = "select tenant from governance.tenant";
    private static final String FORGET =
            "delete from operations.idempotency where tenant = any (?::text[]) and created_at < ?";

    private final Database database;
    private final Clock clock;
    private final Duration kept;
    private final Refresher refresher;

    OldAnswers(Database database, Clock clock, Duration kept) {
        this.database = database;
        this.clock = clock;
        this.kept = kept;
        this.refresher = new Refresher("old answers", EVERY, this::forget);
    }

    private void forget() {
        List<TenantId> tenants =
                database.unscoped(jdbc -> jdbc.sql(TENANTS).query(String.class).list()).stream()
                        .map(TenantId::new)
                        .toList();
        database.inTenants(tenants, jdbc -> forget(jdbc, tenants));
    }

    private int forget(JdbcClient jdbc, List<TenantId> tenants) {
        return jdbc.sql(FORGET)
                .param(tenants.stream().map(TenantId::value).toArray(String[]::new))
                .param(Micros.timestamp(clock.instant().minus(kept)))
                .update();
    }

    @Override
    public void close() {
        refresher.close();
    }
}
