package dev.tidegate.operations.journal;

import static dev.tidegate.operations.effect.Columns.ints;
import static dev.tidegate.operations.effect.Columns.longs;
import static dev.tidegate.operations.effect.Columns.texts;
import static dev.tidegate.operations.effect.Columns.uuids;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventId;
import dev.tidegate.contract.Fate;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Micros;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal's rows: one an entry, with its fate. */
final class Journal {
    private static final String INSERT =
            """
            insert into operations.journal (lane, partition, log_offset, entry, entries, attempt, tenant, source, type, fate,
                key, ordering_key, ref, dedupe, content, version, mapping, findings, accepted_at, applied_at)
            select a.lane, a.partition, a.log_offset, a.entry, a.entries, a.attempt, a.tenant, a.source, a.type, a.fate,
                a.key, a.ordering_key, a.ref, a.dedupe::uuid, a.content::uuid, a.version, a.mapping, a.findings,
                timestamptz 'epoch' + a.accepted_at * interval '1 microsecond',
                timestamptz 'epoch' + ? * interval '1 microsecond'
            from unnest(?::int[], ?::int[], ?::bigint[], ?::int[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[])
              as a(lane, partition, log_offset, entry, entries, attempt, tenant, source, type, fate,
                key, ordering_key, ref, dedupe, content, version, mapping, findings, accepted_at)
            on conflict do nothing
            returning lane, partition, log_offset, entry
            """;
    private static final String STANDING =
            """
            select j.lane, j.partition, j.log_offset, j.entry, j.attempt, j.fate
            from unnest(?::int[], ?::int[], ?::bigint[], ?::int[]) as a(lane, partition, log_offset, entry)
            join operations.journal j on j.log_offset = a.log_offset and j.lane = a.lane
              and j.partition = a.partition and j.entry = a.entry
            """;

    /**
     * The array is cast, not its elements: a cast of a column is not leakproof, so that beside
     * row-level security the comparison could not use the index, and would read the whole journal.
     */
    private static final String CLAIMANTS =
            """
            select j.lane, j.partition, j.log_offset, j.entry, j.tenant, j.dedupe, j.content
            from unnest(?::text[], ?::text[]::uuid[]) as a(tenant, dedupe)
            join operations.journal j on j.tenant = a.tenant and j.dedupe = a.dedupe
            """;

    /**
     * The guard makes a fate final: only what is dead or parked can still become something else.
     */
    private static final String SUPERSEDE =
            """
            update operations.journal j set entries = a.entries, attempt = a.attempt, type = a.type, fate = a.fate,
                key = a.key, ordering_key = a.ordering_key, ref = a.ref, dedupe = a.dedupe::uuid,
                content = a.content::uuid, version = a.version, mapping = a.mapping, findings = a.findings,
                applied_at = timestamptz 'epoch' + ? * interval '1 microsecond'
            from unnest(?::int[], ?::int[], ?::bigint[], ?::int[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[])
              as a(lane, partition, log_offset, entry, entries, attempt, tenant, source, type, fate,
                key, ordering_key, ref, dedupe, content, version, mapping, findings, accepted_at)
            where j.log_offset = a.log_offset and j.lane = a.lane and j.partition = a.partition and j.entry = a.entry
              and j.tenant = a.tenant and j.attempt < a.attempt and j.fate in ('dead', 'parked')
            returning j.lane, j.partition, j.log_offset, j.entry
            """;

    private static final String RECORD_FATE =
            """
            update operations.journal j set fate = a.fate
            from unnest(?::int[], ?::int[], ?::bigint[], ?::int[], ?::text[]) as a(lane, partition, log_offset, entry, fate)
            where j.log_offset = a.log_offset and j.lane = a.lane and j.partition = a.partition and j.entry = a.entry
            """;

    /** What a tenant counts once. */
    record Claim(TenantId tenant, UUID dedupe) implements Comparable<Claim> {
        static Claim of(Entry entry) {
            return new Claim(entry.event.tenant(), entry.event.dedupe());
        }

        @Override
        public int compareTo(Claim other) {
            int by = tenant.compareTo(other.tenant);
            return by != 0 ? by : dedupe.compareTo(other.dedupe);
        }
    }

    /** Who holds a claim, and for which content. */
    record Claimant(EventId id, UUID content) {}

    /** How an entry stands. */
    record Standing(int attempt, Fate fate) {}

    private Journal() {}

    /**
     * @param now microseconds since 1970
     * @return those that were neither there nor claim what is claimed
     */
    static Set<EventId> insert(JdbcClient jdbc, List<Entry> entries, long now) {
        return write(jdbc, INSERT, entries, now);
    }

    /**
     * @return those that stood as dead or parked, of an earlier attempt
     */
    static Set<EventId> supersede(JdbcClient jdbc, List<Entry> entries, long now) {
        return write(jdbc, SUPERSEDE, entries, now);
    }

    private static Set<EventId> write(JdbcClient jdbc, String sql, List<Entry> entries, long now) {
        var written = HashSet.<EventId>newHashSet(entries.size());
        if (entries.isEmpty()) {
            return written;
        }
        var events = entries.stream().map(entry -> entry.event).toList();
        jdbc.sql(sql)
                .param(now)
                .params(Addresses.of(entries))
                .params(
                        ints(events, CanonicalEvent::entries),
                        ints(events, CanonicalEvent::attempt),
                        texts(events, e -> e.tenant().value()),
                        texts(events, e -> e.source().value()),
                        texts(events, e -> e.type().label()),
                        texts(entries, e -> e.fate.label()),
                        texts(events, e -> Keys.indexed(e.key())),
                        texts(events, e -> Keys.indexed(e.orderingKey())),
                        texts(events, CanonicalEvent::ref),
                        uuids(entries, e -> e.dedupe),
                        uuids(events, CanonicalEvent::content),
                        longs(events, CanonicalEvent::version),
                        texts(events, CanonicalEvent::mapping),
                        texts(events, e -> String.join("\n", e.findings())),
                        longs(events, e -> Micros.of(e.acceptedAt())))
                .query(
                        row -> {
                            written.add(Addresses.id(row, 1));
                        });
        return written;
    }

    static Map<EventId, Standing> standing(JdbcClient jdbc, List<Entry> entries) {
        Map<EventId, Standing> standing = new HashMap<>();
        jdbc.sql(STANDING)
                .params(Addresses.of(entries))
                .query(
                        row -> {
                            standing.put(
                                    Addresses.id(row, 1),
                                    new Standing(row.getInt(5), Fate.of(row.getString(6))));
                        });
        return standing;
    }

    static Map<Claim, Claimant> claimants(JdbcClient jdbc, List<Entry> entries) {
        Map<Claim, Claimant> claimants = new HashMap<>();
        jdbc.sql(CLAIMANTS)
                .params(
                        texts(entries, e -> e.event.tenant().value()),
                        uuids(entries, e -> e.event.dedupe()))
                .query(
                        row -> {
                            claimants.put(
                                    new Claim(
                                            new TenantId(row.getString(5)),
                                            row.getObject(6, UUID.class)),
                                    new Claimant(
                                            Addresses.id(row, 1), row.getObject(7, UUID.class)));
                        });
        return claimants;
    }

    static void recordFate(JdbcClient jdbc, List<Entry> entries) {
        if (!entries.isEmpty()) {
            jdbc.sql(RECORD_FATE)
                    .params(Addresses.of(entries))
                    .param(texts(entries, e -> e.fate.label()))
                    .update();
        }
    }
}
