package dev.tidegate.operations.journal;

import dev.tidegate.contract.EventId;
import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.operations.effect.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** An entry's address as four columns: lane, partition, log_offset, entry. */
final class Addresses {
    private Addresses() {}

    static Rows<Entry> of(List<Entry> entries) {
        return Rows.of(entries)
                .number(e -> e.event.id().address().lane().ordinal())
                .number(e -> e.event.id().address().partition())
                .number(e -> e.event.id().address().offset())
                .number(e -> e.event.id().index());
    }

    /**
     * @param column the first of the four
     */
    static EventId id(ResultSet row, int column) throws SQLException {
        return new EventId(
                new RawAddress(
                        Lane.of(row.getInt(column)),
                        row.getInt(column + 1),
                        row.getLong(column + 2)),
                row.getInt(column + 3));
    }
}
