package dev.tidegate.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * {@code stages}: what each stage of {@code apply} costs by itself, warm: the program runs with one
 * role at a time over the same backlog, and the second half of it is what counts. With a profile,
 * also of the broker.
 */
final class Stages implements Benchmark {
    private static final long LOOK_MS = 50;
    private static final Duration STALL = Duration.ofSeconds(120);

    /** How far a stage is. */
    private interface Progress {
        long done() throws Exception;
    }

    @Override
    public String name() {
        return "stages";
    }

    @Override
    public Report run(Options options) throws Exception {
        var report = new Report(name());
        try (var ground = Ground.fresh(options.home())) {
            ground.seed();
            try (var fates = new Fates(ground)) {
                Backlog.append(ground, "b", options.messages());
                stage(ground, options, report, "process", () -> fates.now().processed());
                stage(
                        ground,
                        options,
                        report,
                        "operate",
                        () -> {
                            long fated = fates.now().fated();
                            return fated < options.messages() || fates.unsent() > 0
                                    ? Math.min(fated, options.messages() - 1)
                                    : fated;
                        });
            }
        }
        return report;
    }

    private static void stage(
            Ground ground, Options options, Report report, String role, Progress progress)
            throws Exception {
        var recording = ground.home().resolve(role + ".jfr");
        var brokers = ground.home().resolve(role + "-broker.jfr");
        long broker = ground.pids().broker().orElseThrow();
        try (var program = Program.start(ground, role, Map.of(), List.of())) {
            var meter = ground.meter().watch("program", program.pid());
            await(progress, options.messages() / 2, program);
            if (options.profile()) {
                for (long pid : List.of(broker, program.pid())) {
                    Program.jcmd(pid, "JFR.start", "name=bench", "settings=profile");
                }
            }
            var half = progress.done();
            var begin = meter.cpu();
            await(progress, options.messages(), program);
            var spent = meter.cpu().since(begin);
            long entries = options.messages() - half;
            report.figure(role, entries / spent.seconds(), "events/s");
            for (String process : List.of("program", "postgres", "broker")) {
                report.figure(
                        "  " + process,
                        (double) spent.micros().get(process) / entries,
                        "us CPU/event");
            }
            report.figure("  machine used by others", spent.othersShare(), "");
            if (options.profile()) {
                System.err.println(Threads.text(role, program.pid()));
                System.err.println(Threads.text("broker", broker));
                Program.jcmd(broker, "JFR.stop", "name=bench", "filename=" + brokers);
                Program.jcmd(program.pid(), "JFR.stop", "name=bench", "filename=" + recording);
                System.err.println("broker while " + role + "\n" + Profile.read(brokers).text());
            }
        }
        if (options.profile()) {
            System.err.println(Profile.read(recording).text());
        }
    }

    private static void await(Progress progress, long wanted, Program program) throws Exception {
        long last = -1;
        long movedAt = System.nanoTime();
        while (last < wanted) {
            program.failIfDead();
            long now = progress.done();
            if (now != last) {
                last = now;
                movedAt = System.nanoTime();
            }
            if (System.nanoTime() - movedAt > STALL.toNanos()) {
                throw new IllegalStateException(
                        "%d of %d, and nothing moved for %s".formatted(last, wanted, STALL));
            }
            Thread.sleep(LOOK_MS);
        }
    }
}
