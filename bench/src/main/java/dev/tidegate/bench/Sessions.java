package dev.tidegate.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where PostgreSQL's time goes: looks fifty times a second at what each of the program's sessions
 * runs and what it waits for. As the app's own role, which sees its own sessions' statements, so
 * that no extension and no superuser is needed.
 */
final class Sessions implements AutoCloseable {
    private static final long EVERY_MS = 20;
    private static final int SHOWN = 16;
    private static final String ACTIVE =
            """
            select case when state = 'active' then query else '(' || state || ')' end,
                   case when state <> 'active' then 'client' else coalesce(wait_event_type || ':' || wait_event, 'on CPU') end
            from pg_stat_activity
            where usename = current_user and pid <> pg_backend_pid() and state <> 'idle'
            """;

    private final Connection connection;
    private final Map<String, Map<String, Integer>> seen = new HashMap<>();
    private final Thread thread;
    private volatile boolean running = true;
    private int looks;

    Sessions(Ground ground) throws SQLException {
        var endpoints = ground.endpoints();
        connection =
                DriverManager.getConnection(
                        endpoints.jdbcUrl(), endpoints.appUser(), endpoints.appPassword());
        thread = Thread.ofPlatform().daemon().name("sessions").start(this::watch);
    }

    private void watch() {
        try (var active = connection.prepareStatement(ACTIVE)) {
            while (running) {
                try (var rows = active.executeQuery()) {
                    while (rows.next()) {
                        seen.computeIfAbsent(brief(rows.getString(1)), q -> new TreeMap<>())
                                .merge(rows.getString(2), 1, Integer::sum);
                    }
                }
                looks++;
                Thread.sleep(EVERY_MS);
            }
        } catch (SQLException | InterruptedException e) {
            running = false;
        }
    }

    private static String brief(String query) {
        var line = query.replaceAll("\\s+", " ").strip();
        return line.length() <= 110 ? line : line.substring(0, 110);
    }

    /** Each statement's mean number of sessions at any time, and how it spent them. */
    String text() {
        var text = new StringBuilder("PostgreSQL: sessions busy at any time, by statement\n");
        seen.entrySet().stream()
                .sorted(Comparator.comparingInt(e -> -sum(e.getValue())))
                .limit(SHOWN)
                .forEach(
                        e ->
                                text.append(
                                        String.format(
                                                Locale.ROOT,
                                                "    %5.2f  %s%n           %s%n",
                                                (double) sum(e.getValue()) / looks,
                                                e.getKey(),
                                                shares(e.getValue()))));
        return text.toString();
    }

    private static String shares(Map<String, Integer> waits) {
        int all = sum(waits);
        return String.join(
                ", ",
                waits.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(4)
                        .map(w -> w.getKey() + " " + 100 * w.getValue() / all + " %")
                        .toList());
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public void close() throws Exception {
        running = false;
        thread.join();
        connection.close();
    }
}
