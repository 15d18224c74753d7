package dev.tidegate.operations.journal;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventId;
import dev.tidegate.contract.Fate;
import dev.tidegate.operations.effect.Rows;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Micros;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal's rows: one an entry, with its fate. */
final class Journal {
    private static final String ROWS =
            """
            from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[])
              as a(lane, partition, log_offset, entry, entries, attempt, tenant, source, type,
                fate, key, ordering_key, ref, dedupe, content, version, mapping, findings, accepted_at)
            cross join (values (?::bigint, ?::bigint, ?::bigint, ?::bigint, ?::bigint, ?::text, ?::text, ?::text, ?::text,
                ?::text, ?::text, ?::bigint, ?::text, ?::text, ?::bigint))
              as same(lane, partition, entry, entries, attempt, tenant, source, type, fate,
                ordering_key, ref, version, mapping, findings, accepted_at)
            """;

    /** An ordering key that is the key is not sent. */
    private static final String INSERT =
            """
            insert into operations.journal (lane, partition, log_offset, entry, entries, attempt, tenant, source, type, fate,
                key, ordering_key, ref, dedupe, content, version, mapping, findings, accepted_at, applied_at)
            select coalesce(a.lane, same.lane), coalesce(a.partition, same.partition), a.log_offset,
                coalesce(a.entry, same.entry), coalesce(a.entries, same.entries), coalesce(a.attempt, same.attempt),
                coalesce(a.tenant, same.tenant), coalesce(a.source, same.source), coalesce(a.type, same.type),
                coalesce(a.fate, same.fate), a.key, coalesce(a.ordering_key, same.ordering_key, a.key),
                coalesce(a.ref, same.ref), a.dedupe::uuid, a.content::uuid, coalesce(a.version, same.version),
                coalesce(a.mapping, same.mapping), coalesce(a.findings, same.findings),
                timestamptz 'epoch' + coalesce(a.accepted_at, same.accepted_at) * interval '1 microsecond',
                timestamptz 'epoch' + ? * interval '1 microsecond'
            """
                    + ROWS
                    + """
            on conflict do nothing
            returning lane, partition, log_offset, entry
            """;

    private static final String STANDING =
            """
            select j.lane, j.partition, j.log_offset, j.entry, j.attempt, j.fate
            from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) as a(lane, partition, log_offset, entry)
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
            update operations.journal j set entries = coalesce(a.entries, same.entries),
                attempt = coalesce(a.attempt, same.attempt), type = coalesce(a.type, same.type),
                fate = coalesce(a.fate, same.fate), key = a.key,
                ordering_key = coalesce(a.ordering_key, same.ordering_key, a.key), ref = coalesce(a.ref, same.ref),
                dedupe = a.dedupe::uuid, content = a.content::uuid, version = coalesce(a.version, same.version),
                mapping = coalesce(a.mapping, same.mapping), findings = coalesce(a.findings, same.findings),
                applied_at = timestamptz 'epoch' + ? * interval '1 microsecond'
            """
                    + ROWS
                    + """
            where j.log_offset = a.log_offset and j.lane = coalesce(a.lane, same.lane)
              and j.partition = coalesce(a.partition, same.partition) and j.entry = coalesce(a.entry, same.entry)
              and j.tenant = coalesce(a.tenant, same.tenant) and j.attempt < coalesce(a.attempt, same.attempt)
              and j.fate in ('dead', 'parked')
            returning j.lane, j.partition, j.log_offset, j.entry
            """;

    private static final String RECORD_FATE =
            """
            update operations.journal j set fate = a.fate
            from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[]) as a(lane, partition, log_offset, entry, fate)
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
        if (!entries.isEmpty()) {
            rows(jdbc.sql(sql), entries, now)
                    .query(
                            row -> {
                                written.add(Addresses.id(row, 1));
                            });
        }
        return written;
    }

    private static JdbcClient.StatementSpec rows(
            JdbcClient.StatementSpec statement, List<Entry> entries, long now) {
        return statement
                .param(now)
                .params(
                        Rows.of(entries)
                                .sharedNumber(e -> e.event.id().address().lane().ordinal())
                                .sharedNumber(e -> e.event.id().address().partition())
                                .number(e -> e.event.id().address().offset())
                                .sharedNumber(e -> e.event.id().index())
                                .sharedNumber(e -> e.event.entries())
                                .sharedNumber(e -> e.event.attempt())
                                .sharedText(e -> e.event.tenant().value())
                                .sharedText(e -> e.event.source().value())
                                .sharedText(e -> e.event.type().label())
                                .sharedText(e -> e.fate.label())
                                .text(e -> Keys.indexed(e.event.key()))
                                .sharedText(e -> otherOrderingKey(e.event))
                                .sharedText(e -> e.event.ref())
                                .uuid(e -> e.dedupe)
                                .uuid(e -> e.event.content())
                                .sharedNumber(e -> e.event.version())
                                .sharedText(e -> e.event.mapping())
                                .sharedText(e -> String.join("\n", e.event.findings()))
                                .sharedNumber(e -> Micros.of(e.event.acceptedAt()))
                                .params());
    }

    private static @Nullable String otherOrderingKey(CanonicalEvent event) {
        return event.orderingKey().equals(event.key()) ? null : Keys.indexed(event.orderingKey());
    }

    static Map<EventId, Standing> standing(JdbcClient jdbc, List<Entry> entries) {
        Map<EventId, Standing> standing = new HashMap<>();
        jdbc.sql(STANDING)
                .params(Addresses.of(entries).params())
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
                        Rows.of(entries)
                                .text(e -> e.event.tenant().value())
                                .uuid(e -> e.event.dedupe())
                                .params())
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
                    .params(Addresses.of(entries).text(e -> e.fate.label()).params())
                    .update();
        }
    }
}
