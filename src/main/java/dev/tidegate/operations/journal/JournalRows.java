package dev.tidegate.operations.journal;

import dev.tidegate.contract.EventId;
import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.Receipts;
import dev.tidegate.platform.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Journal rows beside their dead letters, as entries; for one query of one tenant. */
final class JournalRows {
    static final String SELECT =
            """
            select j.lane, j.partition, j.log_offset, j.entry, j.ref, j.type, j.source, j.key, j.fate,
                   j.mapping, j.version, j.attempt, j.accepted_at, j.applied_at,
                   d.id, d.failure_class, d.code, d.reason, d.place, d.next_step
            from operations.journal j
            left join operations.dead_letter d
              on j.fate in ('parked', 'dead') and d.tenant = j.tenant and d.log_offset = j.log_offset
                 and d.lane = j.lane and d.partition = j.partition and d.entry = j.entry
            """;

    private final Receipts.Writer receipts;

    JournalRows(Receipts receipts, TenantId tenant) {
        this.receipts = receipts.writer(tenant);
    }

    JournalEntry read(ResultSet row, int n) throws SQLException {
        var address =
                new RawAddress(
                        Lane.of(row.getInt("lane")),
                        row.getInt("partition"),
                        row.getLong("log_offset"));
        return new JournalEntry(
                receipts.text(address.lane(), address.partition(), address.offset()),
                row.getInt("entry"),
                row.getString("ref"),
                row.getString("type"),
                row.getString("source"),
                row.getString("key"),
                row.getString("fate"),
                row.getString("failure_class"),
                row.getString("code"),
                row.getString("reason"),
                row.getString("place"),
                row.getString("next_step"),
                deadLetter(row),
                row.getString("mapping"),
                row.getLong("version"),
                row.getInt("attempt"),
                row.getTimestamp("accepted_at").toInstant(),
                row.getTimestamp("applied_at").toInstant(),
                new EventId(address, row.getInt("entry")));
    }

    private static @Nullable String deadLetter(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return row.wasNull() ? null : new DeadLetterId(id).toString();
    }
}
