package dev.tidegate.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a backlog on its way from raw to its fates.
 *
 * @param entries whose fates were met in it
 * @param cpu of each process meanwhile
 * @param fates met since the watch began
 */
record Drain(long entries, Meter.Cpu cpu, Fates.Now fates) {
    private static final long LOOK_MS = 50;
    private static final Duration STALL = Duration.ofSeconds(60);

    /**
     * Watches until every entry has its fate and every fact is on the log. The clock runs from the
     * last look before the first message was processed.
     *
     * @param before the counts before the backlog
     * @param marks ends of the stretches, in entries since the beginning; the last is all of them
     * @throws IllegalStateException when the program dies, or nothing moves for a minute
     */
    static List<Drain> watch(
            Fates fates, Fates.Now before, List<Long> marks, Meter meter, Program program)
            throws Exception {
        var drains = new ArrayList<Drain>();
        var begin = meter.cpu();
        long done = 0;
        long moved = -1;
        long movedAt = System.nanoTime();
        while (drains.size() < marks.size()) {
            var now = fates.now().since(before);
            if (now.processed() == 0 && now.fated() == 0) {
                begin = meter.cpu();
            }
            boolean last = drains.size() == marks.size() - 1;
            if (now.fated() >= marks.get(drains.size()) && (!last || fates.unsent() == 0)) {
                var end = meter.cpu();
                drains.add(new Drain(now.fated() - done, end.since(begin), now));
                begin = end;
                done = now.fated();
            }
            if (now.processed() + now.fated() != moved) {
                moved = now.processed() + now.fated();
                movedAt = System.nanoTime();
            }
            program.failIfDead();
            if (System.nanoTime() - movedAt > STALL.toNanos()) {
                throw new IllegalStateException(
                        "nothing moved for %s: %s of %s entries, %d rows in the outbox"
                                .formatted(STALL, now.counts(), marks, fates.unsent()));
            }
            Thread.sleep(LOOK_MS);
        }
        return drains;
    }

    double perSecond() {
        return entries / cpu.seconds();
    }

    double microsPerEntry(String process) {
        return (double) cpu.micros().get(process) / entries;
    }

    double microsPerEntry() {
        return (double) cpu.total() / entries;
    }
}
