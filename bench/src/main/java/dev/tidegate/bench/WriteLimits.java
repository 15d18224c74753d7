package dev.tidegate.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;

/**
 * The most this PostgreSQL writes into a table like the journal: the same columns, its primary key
 * and its unique dedupe key, nothing else: the least that any exactly-once path must write for an
 * event. No row-level security, no effect, no outbox.
 */
final class WriteLimits {
    /** Rows of a transaction, and connections that write: what the trials found best. */
    static final int BATCH = 2_000;

    static final int WRITERS = 2;

    private static final String MAKE =
            """
            create schema if not exists bench;
            drop table if exists bench.journal;
            create table bench.journal (like operations.journal including defaults including constraints);
            alter table bench.journal add primary key (log_offset, lane, partition, entry);
            create unique index on bench.journal (tenant, dedupe) where dedupe is not null
            """;
    private static final String COLUMNS =
            """
            lane, partition, log_offset, entry, entries, attempt, tenant, source, type, fate, key,
            ordering_key, ref, dedupe, content, version, mapping, findings, accepted_at, applied_at
            """;
    private static final String UNNEST =
            """
            insert into bench.journal (%s)
            select 0, a.partition, a.log_offset, a.entry, 1, 0, a.tenant, a.source, a.type, 'applied', a.key,
                   a.key, a.ref, a.dedupe, a.content, a.version, a.mapping, '', a.accepted_at, now()
            from unnest(?::smallint[], ?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::timestamptz[])
                 as a(partition, log_offset, entry, tenant, source, type, key, ref, dedupe, content, version,
                      mapping, accepted_at)
            on conflict do nothing returning log_offset
            """
                    .formatted(COLUMNS);
    private static final String COPY =
            "copy bench.journal (%s) from stdin".formatted(COLUMNS.strip());

    private final Ground ground;

    WriteLimits(Ground ground) {
        this.ground = ground;
    }

    /** Writes one batch, whose rows start at this offset. */
    private interface Writer {
        void write(Connection connection, int writer, long from) throws Exception;
    }

    /**
     * @param microsPerRow CPU of PostgreSQL
     */
    record Limit(double perSecond, double microsPerRow, double othersShare) {}

    /** Through {@code insert ... select from unnest ... on conflict do nothing returning}. */
    Limit unnest(int rows) throws Exception {
        return measured(rows, WriteLimits::unnestBatch);
    }

    /** Through COPY, which gives up at the first duplicate. */
    Limit copy(int rows) throws Exception {
        return measured(rows, WriteLimits::copyBatch);
    }

    private Limit measured(int rows, Writer writer) throws Exception {
        makeTable();
        var before = ground.meter().cpu();
        int written = write(rows, writer);
        var spent = ground.meter().cpu().since(before);
        return new Limit(
                written / spent.seconds(),
                (double) spent.micros().get("postgres") / written,
                spent.othersShare());
    }

    private void makeTable() throws SQLException {
        try (var connection = ground.connect();
                var statement = connection.createStatement()) {
            for (String step : MAKE.split(";")) {
                statement.execute(step);
            }
        }
    }

    private int write(int rows, Writer writer) throws Exception {
        int each = rows / WRITERS;
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            var running = new ArrayList<Future<?>>();
            for (int w = 0; w < WRITERS; w++) {
                int number = w;
                running.add(threads.submit(() -> writeAll(number, each, writer)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return WRITERS * each;
    }

    private int writeAll(int number, int rows, Writer writer) throws Exception {
        try (var connection = ground.connect()) {
            connection.setAutoCommit(false);
            for (long from = 0; from < rows; from += BATCH) {
                writer.write(connection, number, from);
                connection.commit();
            }
        }
        return rows;
    }

    private static UUID hash(int writer, long row, long salt) {
        long mixed = (writer * 1_000_003L + row + salt) * 0x9E3779B97F4A7C15L;
        return new UUID(mixed ^ (mixed >>> 29), mixed * 0xBF58476D1CE4E5B9L);
    }

    private static void unnestBatch(Connection connection, int writer, long from)
            throws SQLException {
        var partitions = new Short[BATCH];
        var offsets = new Long[BATCH];
        var entries = new Integer[BATCH];
        var tenants = new String[BATCH];
        var sources = new String[BATCH];
        var types = new String[BATCH];
        var keys = new String[BATCH];
        var refs = new String[BATCH];
        var dedupes = new UUID[BATCH];
        var contents = new UUID[BATCH];
        var versions = new Long[BATCH];
        var mappings = new String[BATCH];
        var accepted = new Timestamp[BATCH];
        var now = new Timestamp(System.currentTimeMillis());
        for (int i = 0; i < BATCH; i++) {
            long row = from + i;
            partitions[i] = (short) writer;
            offsets[i] = row;
            entries[i] = 0;
            tenants[i] = "acme";
            sources[i] = "json";
            types[i] = "stock_movement";
            keys[i] = "MV-" + writer + "-" + row;
            refs[i] = "/";
            dedupes[i] = hash(writer, row, 1);
            contents[i] = hash(writer, row, 2);
            versions[i] = row;
            mappings[i] = "json@1";
            accepted[i] = now;
        }
        try (var insert = connection.prepareStatement(UNNEST)) {
            int at = 1;
            insert.setArray(at++, connection.createArrayOf("int2", partitions));
            insert.setArray(at++, connection.createArrayOf("int8", offsets));
            insert.setArray(at++, connection.createArrayOf("int4", entries));
            insert.setArray(at++, connection.createArrayOf("text", tenants));
            insert.setArray(at++, connection.createArrayOf("text", sources));
            insert.setArray(at++, connection.createArrayOf("text", types));
            insert.setArray(at++, connection.createArrayOf("text", keys));
            insert.setArray(at++, connection.createArrayOf("text", refs));
            insert.setArray(at++, connection.createArrayOf("uuid", dedupes));
            insert.setArray(at++, connection.createArrayOf("uuid", contents));
            insert.setArray(at++, connection.createArrayOf("int8", versions));
            insert.setArray(at++, connection.createArrayOf("text", mappings));
            insert.setArray(at, connection.createArrayOf("timestamptz", accepted));
            try (var claimed = insert.executeQuery()) {
                int count = 0;
                while (claimed.next()) {
                    count++;
                }
                if (count != BATCH) {
                    throw new IllegalStateException("claimed " + count + " of " + BATCH);
                }
            }
        }
    }

    private static void copyBatch(Connection connection, int writer, long from) throws Exception {
        var now = Instant.now().toString();
        var text = new StringBuilder(BATCH * 220);
        for (int i = 0; i < BATCH; i++) {
            long row = from + i;
            text.append("0\t")
                    .append(writer)
                    .append('\t')
                    .append(row)
                    .append("\t0\t1\t0\tacme\tjson\t");
            text.append("stock_movement\tapplied\tMV-").append(writer).append('-').append(row);
            text.append("\tMV-").append(writer).append('-').append(row).append("\t/\t");
            text.append(hash(writer, row, 1))
                    .append('\t')
                    .append(hash(writer, row, 2))
                    .append('\t');
            text.append(row)
                    .append("\tjson@1\t\t")
                    .append(now)
                    .append('\t')
                    .append(now)
                    .append('\n');
        }
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }
}
