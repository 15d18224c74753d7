package dev.tidegate.operations.journal;

import dev.tidegate.contract.EventId;
import dev.tidegate.contract.Fate;
import dev.tidegate.operations.effect.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Later events of an ordering key wait behind one that a fault has parked. While nobody waits, the
 * question costs one look at an empty index.
 */
final class Lines {
    /** Conflicts, and what is dead, hold up nobody. */
    static final String STANDS =
            "%1$s.fate = 'parked' and %1$s.failure_class = 'fault' and %1$s.state in ('open', 'reprocessing')";

    private static final String ANY =
            "select exists (select from operations.dead_letter d where "
                    + STANDS.formatted("d")
                    + ")";

    private static final String FIRST =
            """
            select o.lane, o.partition, o.log_offset, o.entry, o.attempt, a.n
            from unnest(?::text[], ?::text[], ?::bigint[]) with ordinality as a(tenant, ordering_key, most, n)
            cross join lateral (
                select d.* from operations.dead_letter d
                where d.tenant = a.tenant and d.ordering_key = a.ordering_key and %s
                order by d.id limit a.most) o
            order by a.n, o.id
            """
                    .formatted(STANDS.formatted("d"));

    private Lines() {}

    /** One that stands in a line. */
    private record Waiting(EventId id, int attempt) {}

    /**
     * Parks what must wait. An entry that is processed again takes its own place in the line: it
     * passes when all before it passed, earlier in this batch or before.
     */
    static void park(JdbcClient jdbc, List<Entry> entries) {
        if (!jdbc.sql(ANY).query(Boolean.class).single()) {
            return;
        }
        var byLine = new HashMap<Line, List<Entry>>();
        for (Entry entry : entries) {
            if (entry.takesEffect()) {
                byLine.computeIfAbsent(Line.of(entry.event), line -> new ArrayList<>()).add(entry);
            }
        }
        first(jdbc, byLine)
                .forEach((line, waiting) -> park(byLine.getOrDefault(line, List.of()), waiting));
    }

    private static void park(List<Entry> arriving, List<Waiting> waiting) {
        int passed = 0;
        for (Entry entry : arriving) {
            int place = place(entry, waiting);
            if (place > passed) {
                entry.fail(Fate.PARKED, Failure.waitsBehind(entry.event));
            } else if (place < waiting.size()
                    && waiting.get(place).attempt() < entry.event.attempt()) {
                passed++;
            }
        }
    }

    private static int place(Entry entry, List<Waiting> waiting) {
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).id().equals(entry.event.id())) {
                return i;
            }
        }
        return waiting.size();
    }

    /** As many of each line as could pass in this batch, and one more. */
    private static Map<Line, List<Waiting>> first(
            JdbcClient jdbc, Map<Line, List<Entry>> arriving) {
        var lines = List.copyOf(arriving.keySet());
        Map<Line, List<Waiting>> first = new HashMap<>();
        jdbc.sql(FIRST)
                .params(
                        Rows.of(lines)
                                .text(line -> line.tenant().value())
                                .text(Line::orderingKey)
                                .number(line -> arriving.getOrDefault(line, List.of()).size() + 1)
                                .params())
                .query(
                        row -> {
                            var line = lines.get((int) row.getLong(6) - 1);
                            first.computeIfAbsent(line, l -> new ArrayList<>())
                                    .add(new Waiting(Addresses.id(row, 1), row.getInt(5)));
                        });
        return first;
    }
}
