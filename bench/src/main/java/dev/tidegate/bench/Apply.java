package dev.tidegate.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * {@code apply}: a backlog of mixed messages from raw bytes to journal, orders, stock, shipments
 * and facts, beside what the same PostgreSQL can write at most and beside a transaction for each
 * event.
 */
final class Apply implements Benchmark {
    static final String ROLES = "process,operate,govern";
    private static final int LIMIT_ROWS = 300_000;
    private static final int SLOW_MS = 100;
    private static final int LOOP_MESSAGES = 6_000;
    private static final double UNNEST_RATIO_MIN = 0.15;
    private static final double LOOP_RATIO_MIN = 3;
    private static final double CPU_MICROS_MAX = 100;

    private static final Instant LATER = Mix.BEGIN.plus(Duration.ofDays(60));

    /** The same code with a batch of one event: the loop that one writes first. */
    private static final Map<String, String> LOOP = Map.of("tidegate.operations.batch-max", "1");

    @Override
    public String name() {
        return "apply";
    }

    @Override
    public Report run(Options options) throws Exception {
        var rounds = new Rounds();
        var report = new Report(name());
        for (int round = 0; round < options.rounds(); round++) {
            try (var ground = Ground.fresh(options.home())) {
                ground.seed();
                limits(ground, rounds);
                boolean profiled = options.profile() && round == options.rounds() - 1;
                backlog(ground, options.messages(), rounds, profiled);
                loop(ground, rounds);
            }
        }
        return told(report, rounds, options);
    }

    private static void limits(Ground ground, Rounds rounds) throws Exception {
        var writes = new WriteLimits(ground);
        writes.unnest(LIMIT_ROWS / 10);
        var unnest = writes.unnest(LIMIT_ROWS);
        var copy = writes.copy(LIMIT_ROWS);
        rounds.add("unnest", unnest.perSecond());
        rounds.add("unnest cpu", unnest.microsPerRow());
        rounds.add("copy", copy.perSecond());
    }

    private static void backlog(Ground ground, int messages, Rounds rounds, boolean profiled)
            throws Exception {
        var recording = ground.home().resolve("apply.jfr");
        List<String> options = profiled ? recorded(recording) : List.of();
        try (var fates = new Fates(ground)) {
            var before = fates.now();
            var backlog = Backlog.append(ground, "b", 2 * messages);
            if (profiled) {
                SlowPlans.note(ground, SLOW_MS);
            }
            try (var program = Program.start(ground, ROLES, Map.of(), options)) {
                var meter = ground.meter().watch("program", program.pid());
                var sessions = profiled ? new Sessions(ground) : null;
                var marks = List.of((long) messages, 2L * messages);
                var drains = Drain.watch(fates, before, marks, meter, program);
                addCold(rounds, drains.getFirst());
                add(rounds, drains.getLast());
                memory(rounds, ground, program);
                if (sessions != null) {
                    sessions.close();
                    System.err.println(sessions.text());
                    System.err.println(Threads.text("program", program.pid()));
                    System.err.println(
                            Threads.text("broker", ground.pids().broker().orElseThrow()));
                }
                backlog.check(drains.getLast().fates());
            }
        }
        if (profiled) {
            System.err.println(Profile.read(recording).text());
            System.err.println(SlowPlans.text(ground.home()));
        }
    }

    private static List<String> recorded(Path recording) {
        return List.of(
                "-XX:StartFlightRecording=settings=profile,filename=" + recording,
                "-Xlog:jfr*=off",
                "-XX:FlightRecorderOptions=stackdepth=128");
    }

    private static void addCold(Rounds rounds, Drain drain) {
        rounds.add("cold", drain.perSecond());
        rounds.add("cold cpu", drain.microsPerEntry());
    }

    private static void add(Rounds rounds, Drain drain) {
        rounds.add("apply", drain.perSecond());
        rounds.add("cpu", drain.microsPerEntry());
        for (String process : List.of("program", "postgres", "broker")) {
            rounds.add("cpu " + process, drain.microsPerEntry(process));
        }
        rounds.add("others", drain.cpu().othersShare());
        rounds.add("unnest ratio", drain.perSecond() / rounds.last("unnest"));
        rounds.add("copy ratio", drain.perSecond() / rounds.last("copy"));
    }

    private static void memory(Rounds rounds, Ground ground, Program program) throws Exception {
        rounds.add("rss", Meter.residentPeakMb(program.pid()));
        rounds.add("heap", program.liveHeapMb());
        rounds.add(
                "postgres memory", Meter.proportionalMb(ground.pids().postmaster().orElseThrow()));
        rounds.add("broker memory", Meter.residentPeakMb(ground.pids().broker().orElseThrow()));
    }

    private static void loop(Ground ground, Rounds rounds) throws Exception {
        try (var fates = new Fates(ground)) {
            var before = fates.now();
            var backlog = Backlog.append(ground, new Mix("l", Backlog.SEED, LATER), LOOP_MESSAGES);
            try (var program = Program.start(ground, ROLES, LOOP, List.of())) {
                var meter = ground.meter().watch("program", program.pid());
                var marks = List.of(LOOP_MESSAGES / 2L, (long) LOOP_MESSAGES);
                var drain = Drain.watch(fates, before, marks, meter, program).getLast();
                backlog.check(drain.fates());
                rounds.add("loop", drain.perSecond());
                rounds.add("loop cpu", drain.microsPerEntry());
                rounds.add("loop ratio", rounds.last("apply") / drain.perSecond());
            }
        }
    }

    private static Report told(Report report, Rounds rounds, Options options) {
        return report.figure("raw to fact, second backlog", rounds.median("apply"), "events/s")
                .figure(
                        "raw to fact, first backlog of a new JVM",
                        rounds.median("cold"),
                        "events/s")
                .figure("limit: unnest into the journal alone", rounds.median("unnest"), "rows/s")
                .figure(
                        "ratio to unnest",
                        rounds.median("unnest ratio"),
                        "",
                        new Report.Target.AtLeast(UNNEST_RATIO_MIN))
                .figure("limit: COPY", rounds.median("copy"), "rows/s")
                .figure("ratio to COPY", rounds.median("copy ratio"), "")
                .figure("peer: a transaction an event", rounds.median("loop"), "events/s")
                .figure(
                        "ratio to it",
                        rounds.median("loop ratio"),
                        "",
                        new Report.Target.AtLeast(LOOP_RATIO_MIN))
                .figure(
                        "all processes",
                        rounds.median("cpu"),
                        "us CPU/event",
                        new Report.Target.AtMost(CPU_MICROS_MAX))
                .figure("  program", rounds.median("cpu program"), "us CPU/event")
                .figure("  PostgreSQL", rounds.median("cpu postgres"), "us CPU/event")
                .figure("  broker", rounds.median("cpu broker"), "us CPU/event")
                .figure("all processes, first backlog", rounds.median("cold cpu"), "us CPU/event")
                .figure("unnest, PostgreSQL", rounds.median("unnest cpu"), "us CPU/row")
                .figure("a transaction an event", rounds.median("loop cpu"), "us CPU/event")
                .figure("program, resident at most", rounds.median("rss"), "MB")
                .figure("program, live heap", rounds.median("heap"), "MB")
                .figure("PostgreSQL, all processes", rounds.median("postgres memory"), "MB")
                .figure("broker, resident at most", rounds.median("broker memory"), "MB")
                .figure("machine used by others", rounds.median("others"), "")
                .remark("apply " + rounds.range("apply") + ", unnest " + rounds.range("unnest"))
                .remark(
                        "twice %,d messages: 30 %% orders of 1-6 lines, 45 %% movements, 8 %% counts, 10 %% shipments,"
                                .formatted(options.messages()))
                .remark(
                        "5 % milestones, 2 % duplicate, stale or bad; 3 tenants, 10,000 items, 20 locations;"
                                + " each had the fate it was made for");
    }
}
