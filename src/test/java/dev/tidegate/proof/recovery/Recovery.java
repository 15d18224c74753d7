package dev.tidegate.proof.recovery;

import dev.tidegate.proof.outside.Door;
import dev.tidegate.proof.works.Works;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets a backlog gather, kills the program while it works on it, and measures from the start of the
 * next one.
 */
public final class Recovery {
    private static final int TOGETHER = 1_000;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final String APPLIED = "select count(*) from operations.journal";

    private final Works works;

    public Recovery(Works works) {
        this.works = works;
    }

    /**
     * @param firstAnswer from the start of the process to the first answer over HTTP
     * @param firstApply from the start of the process to the first entry with a fate
     * @param backlog entries that waited at the kill
     */
    public record Times(Duration firstAnswer, Duration firstApply, long backlog) {}

    /**
     * @param orders how many are accepted before anything is applied
     */
    public Times measure(int orders) {
        works.start("api", "govern");
        works.awaitReady();
        var door = works.door("acme");
        fill(door, orders);
        works.kill(Works.Victim.SERVER);
        works.startAndAwait();
        var journal = works.database(List.of("acme"));
        await("the backlog is being worked on", () -> applied(journal) > orders / 50);
        works.kill(Works.Victim.SERVER);

        long before = applied(journal);
        long started = System.nanoTime();
        works.start();
        await("an answer", () -> works.answers("/actuator/health/liveness"));
        var answer = Duration.ofNanos(System.nanoTime() - started);
        await("an entry has its fate", () -> applied(journal) > before);
        var apply = Duration.ofNanos(System.nanoTime() - started);
        return new Times(answer, apply, orders - before);
    }

    private static void fill(Door door, int orders) {
        for (int sent = 0; sent < orders; sent += TOGETHER) {
            var lines = new StringBuilder();
            for (int i = sent; i < Math.min(sent + TOGETHER, orders); i++) {
                lines.append(order(i));
            }
            var answer =
                    door.post(
                            "/v1/sources/json/messages",
                            "application/x-ndjson",
                            lines.toString().getBytes());
            if (answer.isEmpty() || answer.get().status() != 202) {
                throw new IllegalStateException("refused: " + answer.map(Door.Answer::text));
            }
        }
    }

    private static String order(int number) {
        return "{\"type\":\"order\",\"kind\":\"sales\",\"number\":\"RC-%d\",\"version\":1,\"ordered_at\":\"2026-11-24T09:30:00Z\",\"lines\":[{\"line\":\"1\",\"item\":\"SKU-%d\",\"quantity\":\"1\",\"location\":\"DC1\"}]}\n"
                .formatted(number, number % 100);
    }

    private static long applied(JdbcClient journal) {
        return journal.sql(APPLIED).query(Long.class).single();
    }

    private static void await(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .atMost(TIMEOUT)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .until(condition::getAsBoolean);
    }
}
