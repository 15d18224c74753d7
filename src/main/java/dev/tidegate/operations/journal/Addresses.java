package dev.tidegate.operations.journal;

import static dev.tidegate.operations.effect.Columns.ints;
import static dev.tidegate.operations.effect.Columns.longs;

import dev.tidegate.contract.EventId;
import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** An entry's address as four columns: lane, partition, log_offset, entry. */
final class Addresses {
    private Addresses() {}

    static Object[] of(List<Entry> entries) {
        return new Object[] {
            ints(entries, e -> e.event.id().address().lane().ordinal()),
            ints(entries, e -> e.event.id().address().partition()),
            longs(entries, e -> e.event.id().address().offset()),
            ints(entries, e -> e.event.id().index())
        };
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
