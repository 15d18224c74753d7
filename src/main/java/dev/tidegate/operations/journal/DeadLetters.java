package dev.tidegate.operations.journal;

import dev.tidegate.contract.Fate;
import dev.tidegate.operations.fact.FactType;
import dev.tidegate.operations.fact.Facts;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Micros;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what is dead or parked, and why, until it has become something else. */
final class DeadLetters {
    private static final String KEEP =
            """
            insert into operations.dead_letter as d (lane, partition, log_offset, entry, attempt, tenant, source, type, fate, key,
                ordering_key, ref, failure_class, code, place, reason, next_step, accepted_at, created_at)
            select a.lane, a.partition, a.log_offset, a.entry, a.attempt, a.tenant, a.source, a.type, a.fate, a.key,
                a.ordering_key, a.ref, a.failure_class, a.code, a.place, a.reason, a.next_step,
                timestamptz 'epoch' + a.accepted_at * interval '1 microsecond',
                timestamptz 'epoch' + ? * interval '1 microsecond'
            from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
              as a(lane, partition, log_offset, entry, attempt, tenant, source, type, fate, key,
                ordering_key, ref, failure_class, code, place, reason, next_step, accepted_at)
            on conflict (tenant, log_offset, lane, partition, entry) do update set attempt = excluded.attempt,
                type = excluded.type, fate = excluded.fate, key = excluded.key, ordering_key = excluded.ordering_key,
                ref = excluded.ref, failure_class = excluded.failure_class, code = excluded.code, place = excluded.place,
                reason = excluded.reason, next_step = excluded.next_step, state = 'open', resolved_at = null
            returning tenant, old.ordering_key,
                coalesce(%s, false) and not (%s and old.ordering_key = new.ordering_key)
            """
                    .formatted(Lines.STANDS.formatted("old"), Lines.STANDS.formatted("new"));
    private static final String RESOLVE =
            """
            update operations.dead_letter d set state = 'resolved', resolved_at = timestamptz 'epoch' + ? * interval '1 microsecond'
            from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[]) as a(lane, partition, log_offset, entry, tenant)
            where d.tenant = a.tenant and d.log_offset = a.log_offset and d.lane = a.lane and d.partition = a.partition
              and d.entry = a.entry
            returning d.tenant, d.ordering_key, %s
            """
                    .formatted(Lines.STANDS.formatted("old"));

    private DeadLetters() {}

    /**
     * @param now microseconds since 1970
     * @return lines in which somebody stands no longer
     */
    static Set<Line> keep(JdbcClient jdbc, List<Entry> entries, long now, Facts facts) {
        var open = new ArrayList<Entry>();
        var resolved = new ArrayList<Entry>();
        for (Entry entry : entries) {
            if (!entry.known && (entry.fate == Fate.DEAD || entry.fate == Fate.PARKED)) {
                open.add(entry);
            } else if (entry.before != null) {
                resolved.add(entry);
            }
        }
        var left = new HashSet<Line>();
        if (!open.isEmpty()) {
            keepOpen(jdbc, open, now, left);
            open.forEach(entry -> tell(entry, facts));
        }
        if (!resolved.isEmpty()) {
            resolve(jdbc, resolved, now, left);
        }
        return left;
    }

    private static void keepOpen(JdbcClient jdbc, List<Entry> open, long now, Set<Line> left) {
        jdbc.sql(KEEP)
                .param(now)
                .params(
                        Addresses.of(open)
                                .number(e -> e.event.attempt())
                                .text(e -> e.event.tenant().value())
                                .text(e -> e.event.source().value())
                                .text(e -> e.event.type().label())
                                .text(e -> e.fate.label())
                                .text(e -> Keys.indexed(e.event.key()))
                                .text(e -> Keys.indexed(e.event.orderingKey()))
                                .text(e -> e.event.ref())
                                .text(e -> e.why().failureClass().label())
                                .text(e -> e.why().code())
                                .text(e -> e.why().place())
                                .text(e -> e.why().reason())
                                .text(e -> e.why().nextStep())
                                .number(e -> Micros.of(e.event.acceptedAt()))
                                .params())
                .query(
                        row -> {
                            if (row.getBoolean(3)) {
                                left.add(
                                        new Line(new TenantId(row.getString(1)), row.getString(2)));
                            }
                        });
    }

    private static void resolve(JdbcClient jdbc, List<Entry> resolved, long now, Set<Line> left) {
        jdbc.sql(RESOLVE)
                .param(now)
                .params(Addresses.of(resolved).text(e -> e.event.tenant().value()).params())
                .query(
                        row -> {
                            if (row.getBoolean(3)) {
                                left.add(
                                        new Line(new TenantId(row.getString(1)), row.getString(2)));
                            }
                        });
    }

    private static void tell(Entry entry, Facts facts) {
        var event = entry.event;
        var failure = entry.why();
        var address = event.id().address();
        facts.add(
                FactType.ENTRY_DEAD_LETTERED,
                event.tenant().value(),
                event.id().toString(),
                event.id() + "/" + event.attempt() + "/entry.dead_lettered",
                fact ->
                        fact.text(event.source().value())
                                .text(address.lane().label())
                                .number(address.partition())
                                .number(address.offset())
                                .number(event.id().index())
                                .text(event.ref())
                                .text(event.type().label())
                                .text(event.key())
                                .text(entry.fate.label())
                                .text(failure.failureClass().label())
                                .text(failure.code())
                                .text(failure.place())
                                .text(failure.reason())
                                .text(failure.nextStep())
                                .number(event.attempt()));
    }
}
