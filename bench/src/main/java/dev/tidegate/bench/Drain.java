package dev.tidegate.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches a backlog until every entry has its fate and every fact is on the log. The clock runs
 * from the last look before the first message was processed.
 *
 * @param perSecond entries a second over all of it, a cold JVM's first seconds included
 * @param steadyPerSecond between a fifth and nine tenths of the backlog
 * @param cpu of each process meanwhile
 * @param firstFateSeconds from the start of the watch
 */
record Drain(
        double perSecond,
        double steadyPerSecond,
        Meter.Cpu cpu,
        double firstFateSeconds,
        Fates.Now fates) {
    private static final long LOOK_MS = 50;
    private static final Duration STALL = Duration.ofSeconds(60);

    private record Look(long nanos, long fated) {}

    /**
     * @param before the counts before the backlog
     * @throws IllegalStateException when the program dies, or nothing moves for a minute
     */
    static Drain watch(
            Fates fates, Fates.Now before, long entries, Meter meter, Program program)
            throws Exception {
        var watchBegan = System.nanoTime();
        var begin = meter.cpu();
        var looks = new ArrayList<Look>();
        long firstFate = 0;
        long movedAt = System.nanoTime();
        long last = -1;
        while (true) {
            var now = fates.now().since(before);
            long at = System.nanoTime();
            if (now.processed() == 0 && now.fated() == 0) {
                begin = meter.cpu();
            }
            if (firstFate == 0 && now.fated() > 0) {
                firstFate = at;
            }
            looks.add(new Look(at, now.fated()));
            if (now.fated() >= entries && fates.unsent() == 0) {
                return of(
                        looks,
                        entries,
                        meter.cpu().since(begin),
                        (firstFate - watchBegan) / 1e9,
                        now);
            }
            if (now.processed() + now.fated() != last) {
                last = now.processed() + now.fated();
                movedAt = at;
            }
            program.failIfDead();
            if (at - movedAt > STALL.toNanos()) {
                throw new IllegalStateException(
                        "nothing moved for %s: %s of %d entries, %d rows in the outbox"
                                .formatted(STALL, now.counts(), entries, fates.unsent()));
            }
            Thread.sleep(LOOK_MS);
        }
    }

    private static Drain of(
            List<Look> looks, long entries, Meter.Cpu cpu, double firstFate, Fates.Now fates) {
        var from = reached(looks, entries / 5);
        var to = reached(looks, entries * 9 / 10);
        return new Drain(
                entries / cpu.seconds(),
                (to.fated - from.fated) / ((to.nanos - from.nanos) / 1e9),
                cpu,
                firstFate,
                fates);
    }

    private static Look reached(List<Look> looks, long fated) {
        return looks.stream().filter(look -> look.fated >= fated).findFirst().orElseThrow();
    }

    double microsPerEntry(String process) {
        return (double) cpu.micros().get(process) / fates.fated();
    }

    double microsPerEntry() {
        return (double) cpu.total() / fates.fated();
    }
}
