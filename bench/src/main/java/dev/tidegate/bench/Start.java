package dev.tidegate.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * {@code start}: from the command to readiness, first and again; and after kill -9 of the program
 * in the middle of a backlog, from the command to the first answer and to the first fate.
 */
final class Start implements Benchmark {
    private static final int APPLIED_BEFORE_THE_KILL = 2_000;
    private static final double FIRST_S_MAX = 60;
    private static final double WARM_S_MAX = 10;
    private static final double ANSWER_S_MAX = 3;
    private static final double APPLY_S_MAX = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Report run(Options options) throws Exception {
        var rounds = new Rounds();
        Ground.clear(options.home());
        Launcher.of(options.home()).train();
        for (int round = 0; round < options.rounds(); round++) {
            Ground.clear(options.home());
            var launcher = Launcher.of(options.home());
            rounds.add("first", seconds(launcher::up));
            launcher.down();
            rounds.add("warm", seconds(launcher::up));
            try (var ground = Ground.at(options.home())) {
                restart(ground, launcher, rounds, options.messages());
                launcher.down();
            }
        }
        return report(rounds, options);
    }

    private interface Work {
        Object run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static void restart(Ground ground, Launcher launcher, Rounds rounds, int messages)
            throws Exception {
        long pid = launcher.up().get("pid").asLong(); // it runs: this only asks
        try (var fates = new Fates(ground)) {
            long before = fates.now().fated();
            Backlog.append(ground, "s", messages + APPLIED_BEFORE_THE_KILL);
            until(() -> fated(fates) > before + APPLIED_BEFORE_THE_KILL);
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            until(() -> !launcher.answers());
            rounds.add("left", before + messages + APPLIED_BEFORE_THE_KILL - fated(fates));
            long killedAt = fated(fates);
            long began = System.nanoTime();
            var up = launcher.begin("up", "--detach", "--port", "" + launcher.port());
            until(launcher::answers);
            rounds.add("answer", (System.nanoTime() - began) / 1e9);
            until(() -> fated(fates) > killedAt);
            rounds.add("apply", (System.nanoTime() - began) / 1e9);
            Launcher.finished(up);
            rounds.add("ready", (System.nanoTime() - began) / 1e9);
        }
    }

    private static long fated(Fates fates) {
        try {
            return fates.now().fated();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited " + PATIENCE + " in vain");
            }
            Thread.sleep(10);
        }
    }

    private Report report(Rounds rounds, Options options) {
        return new Report(name())
                .figure(
                        "first start, servers and demo made",
                        rounds.median("first"),
                        "s",
                        new Report.Target.AtMost(FIRST_S_MAX))
                .figure(
                        "warm start, all three processes",
                        rounds.median("warm"),
                        "s",
                        new Report.Target.AtMost(WARM_S_MAX))
                .figure(
                        "after kill -9: first answer",
                        rounds.median("answer"),
                        "s",
                        new Report.Target.AtMost(ANSWER_S_MAX))
                .figure(
                        "after kill -9: first fate",
                        rounds.median("apply"),
                        "s",
                        new Report.Target.AtMost(APPLY_S_MAX))
                .figure("after kill -9: the command returns", rounds.median("ready"), "s")
                .figure("backlog left at the kill", rounds.median("left"), "messages")
                .remark(
                        "answer "
                                + rounds.range("answer")
                                + ", first fate "
                                + rounds.range("apply"))
                .remark("counted from the command, with shell and launcher; the servers lived on")
                .remark("from the ahead-of-time cache that a new build makes in the background");
    }
}
