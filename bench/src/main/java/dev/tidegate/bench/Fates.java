package dev.tidegate.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** What became of the entries, read off the program's own counts and its outbox. */
final class Fates implements AutoCloseable {
    private static final String SCOPE =
            "select set_config('tidegate.tenants', (select string_agg(tenant, ',') from governance.tenant), false)";
    private static final String COUNTS =
            """
            select consumer || ' ' || measure, sum(value)::bigint from platform.log_count
            where consumer in ('processing', 'operations') and measure <> 'bytes' group by 1
            """;
    private static final String UNSENT = "select count(*) from operations.outbox";

    private final Connection connection;

    Fates(Ground ground) throws SQLException {
        connection = ground.connect();
        try (var scope = connection.createStatement()) {
            scope.execute(SCOPE);
        }
    }

    /**
     * @param counts by consumer and measure, such as {@code operations applied}
     */
    record Now(Map<String, Long> counts) {
        long processed() {
            return counts.getOrDefault("processing messages", 0L);
        }

        long fated() {
            return counts.entrySet().stream()
                    .filter(e -> e.getKey().startsWith("operations "))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        long of(Mix.Expected fate) {
            return counts.getOrDefault("operations " + fate.name().toLowerCase(), 0L);
        }

        Now since(Now before) {
            var changed = new TreeMap<String, Long>();
            counts.forEach((k, v) -> changed.put(k, v - before.counts.getOrDefault(k, 0L)));
            return new Now(changed);
        }
    }

    Now now() throws SQLException {
        var counts = new TreeMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(COUNTS)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return new Now(counts);
    }

    /** Facts that wait for the log, in rows of the outbox. */
    long unsent() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(UNSENT)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
