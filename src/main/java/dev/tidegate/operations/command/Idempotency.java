package dev.tidegate.operations.command;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.sql.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers by Idempotency-Key. A key is opened in a small transaction before anything is done, so
 * that its time is the same when a crash makes someone do it again; the answer is kept in the
 * transaction of the effect.
 */
final class Idempotency {
    private static final String WITHOUT_WAITING =
            "select set_config('synchronous_commit', 'off', true)";
    private static final String OPEN =
            """
            insert into operations.idempotency (tenant, key, request, created_at)
            select ?, a.key, a.request, ? from unnest(?::text[], ?::uuid[]) as a(key, request)
            order by a.key
            on conflict do nothing returning key
            """;
    private static final String LOCK =
            """
            select key, request, status, location, body, created_at from operations.idempotency
            where tenant = ? and key = any (?::text[]) order by key
            for update skip locked
            """;
    private static final String KEEP =
            """
            update operations.idempotency i set status = a.status, location = a.location, body = a.body
            from unnest(?::text[], ?::int[], ?::text[], ?::text[]) as a(key, status, location, body)
            where i.tenant = ? and i.key = a.key
            """;

    private final Database database;

    Idempotency(Database database) {
        this.database = database;
    }

    /** A key that is ours to answer, or was answered: the row is locked. */
    record Kept(UUID request, Instant createdAt, Optional<Stored> answer) {}

    /**
     * @param status HTTP status; from 400 on {@code body} is a problem
     */
    record Stored(int status, @Nullable String location, String body) {}

    /**
     * Makes the keys known. Losing this to a crash of the database costs nothing but the time of
     * the first try, so it doesn't wait for the disk.
     *
     * @return those that were not known
     */
    Set<String> open(TenantId tenant, Map<String, UUID> requests, Instant now) {
        if (requests.isEmpty()) {
            return Set.of();
        }
        return database.inTenant(
                tenant,
                jdbc -> {
                    jdbc.sql(WITHOUT_WAITING).query(String.class).single();
                    return new HashSet<>(
                            jdbc.sql(OPEN)
                                    .params(tenant.value(), Micros.timestamp(now))
                                    .params(
                                            requests.keySet().toArray(String[]::new),
                                            requests.values().toArray(UUID[]::new))
                                    .query(String.class)
                                    .list());
                });
    }

    /** Those keys that nobody else is working on, by key. */
    Map<String, Kept> lock(JdbcClient jdbc, TenantId tenant, Collection<String> keys) {
        var kept = new HashMap<String, Kept>();
        if (!keys.isEmpty()) {
            jdbc.sql(LOCK)
                    .params(tenant.value(), keys.toArray(String[]::new))
                    .query(
                            row -> {
                                kept.put(row.getString("key"), kept(row));
                            });
        }
        return kept;
    }

    void keep(JdbcClient jdbc, TenantId tenant, Map<String, Stored> answers) {
        if (answers.isEmpty()) {
            return;
        }
        var values = List.copyOf(answers.entrySet());
        jdbc.sql(KEEP)
                .params(
                        values.stream().map(Map.Entry::getKey).toArray(String[]::new),
                        values.stream().map(e -> e.getValue().status()).toArray(Integer[]::new),
                        values.stream().map(e -> e.getValue().location()).toArray(String[]::new),
                        values.stream().map(e -> e.getValue().body()).toArray(String[]::new),
                        tenant.value())
                .update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        var answer =
                row.wasNull()
                        ? Optional.<Stored>empty()
                        : Optional.of(
                                new Stored(
                                        status, row.getString("location"), row.getString("body")));
        return new Kept(
                row.getObject("request", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                answer);
    }
}
