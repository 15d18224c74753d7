package dev.tidegate.operations.journal;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventId;
import dev.tidegate.contract.Fate;
import dev.tidegate.governance.accounting.Measures;
import dev.tidegate.operations.fact.Facts;
import dev.tidegate.operations.fact.Outbox;
import dev.tidegate.platform.log.Counts;
import dev.tidegate.platform.sql.Micros;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applies canonical events in the current transaction: journal, effect and facts together or not at
 * all. The state it leaves depends on the set of events, not on their order or on how they are cut
 * into batches.
 */
public final class Applier {
    /** Where the counts of commands stand; no topic has this name. */
    private static final String COMMANDS = "command";

    private final Clock clock;

    public Applier(Clock clock) {
        this.clock = clock;
    }

    /**
     * The transaction must have named the tenants of all events.
     *
     * @return for each event, in order, what became of it
     */
    public List<Outcome> apply(JdbcClient jdbc, List<CanonicalEvent> events) {
        var entries = new ArrayList<Entry>(events.size());
        events.forEach(event -> entries.add(Entry.of(event)));
        return settle(jdbc, entries);
    }

    /**
     * Applies events that commands have just sent to the log, and counts their fates. Over the log
     * they come again and are redeliveries; or they came first, and their fates are known.
     */
    public List<Outcome> commands(JdbcClient jdbc, List<CanonicalEvent> events) {
        var outcomes = apply(jdbc, events);
        var counts = new FateCounts();
        outcomes.forEach(outcome -> counts.add(COMMANDS, 0, outcome));
        Counts.add(jdbc, Measures.OPERATIONS, counts.all());
        return outcomes;
    }

    /** Keeps an event without effect, because it can't be applied even alone. */
    Outcome park(JdbcClient jdbc, CanonicalEvent event, Exception why) {
        var entry = Entry.parked(event, Failure.couldNotApply(why));
        return settle(jdbc, List.of(entry)).getFirst();
    }

    private List<Outcome> settle(JdbcClient jdbc, List<Entry> entries) {
        long now = Micros.of(clock.instant());
        var facts = new Facts(now);
        var left = entries;
        while (!left.isEmpty()) {
            var later = new ArrayList<Entry>();
            apply(jdbc, round(left, later), now, facts);
            left = later;
        }
        Outbox.write(jdbc, facts);
        return entries.stream().map(Entry::outcome).toList();
    }

    /**
     * One round holds an address once, and nothing behind what is parked in it: those come later,
     * when the tables have it. Nearly always there is one round.
     */
    private static List<Entry> round(List<Entry> entries, List<Entry> later) {
        var round = new ArrayList<Entry>(entries.size());
        var addresses = HashSet.<EventId>newHashSet(entries.size());
        var held = new HashSet<Line>();
        for (Entry entry : entries) {
            boolean waits = !held.isEmpty() && held.contains(Line.of(entry.event));
            if (waits || !addresses.add(entry.event.id())) {
                later.add(entry);
                held.add(Line.of(entry.event));
            } else {
                round.add(entry);
                if (entry.fate == Fate.PARKED) {
                    held.add(Line.of(entry.event));
                }
            }
        }
        return round;
    }

    private static void apply(JdbcClient jdbc, List<Entry> round, long now, Facts facts) {
        Lines.park(jdbc, round);
        Claims.claim(jdbc, round, now);
        new Effects(round).apply(jdbc, now, facts);
        Journal.recordFate(
                jdbc, round.stream().filter(e -> e.fate == Fate.STALE && !e.known).toList());
        var left = DeadLetters.keep(jdbc, round, now, facts);
        Reprocessing.release(jdbc, left, facts);
    }
}
