package dev.tidegate.bench;

/**
 * {@code limits}: what PostgreSQL and the broker of this machine can do at most, before any work.
 */
final class Limits implements Benchmark {
    private static final int ROWS = 300_000;
    private static final int LINES = 100_000;
    private static final int LINGER_MS = 5;

    @Override
    public String name() {
        return "limits";
    }

    @Override
    public Report run(Options options) throws Exception {
        var rounds = new Rounds();
        var lines = OrderLines.many("l", LINES);
        try (var ground = Ground.fresh(options.home());
                var bare = new BarePeer(ground, LINGER_MS)) {
            ground.migrate();
            var writes = new WriteLimits(ground);
            writes.unnest(ROWS / 4);
            writes.copy(ROWS / 4);
            bare.perSecond(lines, 500);
            for (int round = 0; round < options.rounds(); round++) {
                add(rounds, "unnest", writes.unnest(ROWS));
                add(rounds, "copy", writes.copy(ROWS));
                rounds.add("bare", bare.perSecond(lines, 500));
            }
        }
        return new Report(name())
                .figure("unnest, on conflict do nothing", rounds.median("unnest"), "rows/s")
                .figure("  PostgreSQL", rounds.median("unnest cpu"), "us CPU/row")
                .figure("COPY", rounds.median("copy"), "rows/s")
                .figure("  PostgreSQL", rounds.median("copy cpu"), "us CPU/row")
                .figure("producer, flushed appends of 1 KB", rounds.median("bare"), "records/s")
                .figure("machine used by others", rounds.median("others"), "")
                .remark(
                        "unnest "
                                + rounds.range("unnest")
                                + ", COPY "
                                + rounds.range("copy")
                                + ", producer "
                                + rounds.range("bare"));
    }

    private static void add(Rounds rounds, String name, WriteLimits.Limit limit) {
        rounds.add(name, limit.perSecond());
        rounds.add(name + " cpu", limit.microsPerRow());
        rounds.add("others", limit.othersShare());
    }
}
