package dev.tidegate.operations.journal;

import static dev.tidegate.operations.effect.Columns.ints;
import static dev.tidegate.operations.effect.Columns.longs;
import static dev.tidegate.operations.effect.Columns.texts;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.Fate;
import dev.tidegate.operations.fact.FactType;
import dev.tidegate.operations.fact.Facts;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Micros;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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
            from unnest(?::int[], ?::int[], ?::bigint[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
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
            from unnest(?::int[], ?::int[], ?::bigint[], ?::int[], ?::text[]) as a(lane, partition, log_offset, entry, tenant)
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
        var events = open.stream().map(entry -> entry.event).toList();
        jdbc.sql(KEEP)
                .param(now)
                .params(Addresses.of(open))
                .params(
                        ints(events, CanonicalEvent::attempt),
                        texts(events, e -> e.tenant().value()),
                        texts(events, e -> e.source().value()),
                        texts(events, e -> e.type().label()),
                        texts(open, e -> e.fate.label()),
                        texts(events, e -> Keys.indexed(e.key())),
                        texts(events, e -> Keys.indexed(e.orderingKey())),
                        texts(events, CanonicalEvent::ref),
                        texts(open, why(failure -> failure.failureClass().label())),
                        texts(open, why(Failure::code)),
                        texts(open, why(Failure::place)),
                        texts(open, why(Failure::reason)),
                        texts(open, why(Failure::nextStep)),
                        longs(events, e -> Micros.of(e.acceptedAt())))
                .query(
                        row -> {
                            if (row.getBoolean(3)) {
                                left.add(
                                        new Line(new TenantId(row.getString(1)), row.getString(2)));
                            }
                        });
    }

    private static Function<Entry, String> why(Function<Failure, String> text) {
        return entry -> text.apply(Objects.requireNonNull(entry.failure));
    }

    private static void resolve(JdbcClient jdbc, List<Entry> resolved, long now, Set<Line> left) {
        jdbc.sql(RESOLVE)
                .param(now)
                .params(Addresses.of(resolved))
                .param(texts(resolved, e -> e.event.tenant().value()))
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
        var failure = Objects.requireNonNull(entry.failure);
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
