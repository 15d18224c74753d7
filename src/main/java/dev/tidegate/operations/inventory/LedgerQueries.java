package dev.tidegate.operations.inventory;

import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.Receipt;
import dev.tidegate.contract.Receipts;
import dev.tidegate.platform.Quantity;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.sql.Micros;
import dev.tidegate.platform.web.Cursor;
import dev.tidegate.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The stock ledger, newest business time first. */
public final class LedgerQueries {
    private static final String SELECT =
            """
            select occurred_at, kind, item, lot, debit, credit, quantity, reference, order_number, shipment,
                   reason, lane, partition, log_offset, entry
            from operations.stock_ledger
            """;
    private static final String ENTRIES =
            SELECT
                    + """
            where tenant = ? and item = ?
              and (? = '' or debit in ('stock:' || ?, 'transit:' || ?) or credit in ('stock:' || ?, 'transit:' || ?))
              and (occurred_at, log_offset, lane, partition, entry) < (?, ?, ?, ?, ?)
            order by occurred_at desc, log_offset desc, lane desc, partition desc, entry desc
            limit ?
            """;
    private static final String OF_ENTRIES =
            SELECT
                    + """
            where tenant = ? and lane = ? and partition = ? and log_offset = ? and entry between ? and ?
            order by entry
            """;
    private static final Cursor NEWEST =
            Cursor.of(Micros.END, Long.MAX_VALUE, Long.MAX_VALUE, 0, 0);

    private final Database database;
    private final Receipts receipts;

    public LedgerQueries(Database database, Receipts receipts) {
        this.database = database;
        this.receipts = receipts;
    }

    private record Row(LedgerEntry entry, RawAddress address) {
        Cursor cursor() {
            return Cursor.of(
                    Micros.of(entry.occurredAt()),
                    address.offset(),
                    address.lane().ordinal(),
                    address.partition(),
                    entry.index());
        }
    }

    public Page<LedgerEntry> list(
            TenantId tenant,
            String item,
            Optional<String> location,
            Optional<String> cursor,
            int limit) {
        var from = Cursor.parse(cursor, NEWEST.keys().size()).orElse(NEWEST);
        var place = location.orElse("");
        var rows =
                database.readTenant(
                        tenant,
                        jdbc ->
                                jdbc.sql(ENTRIES)
                                        .params(tenant.value(), item)
                                        .params(place, place, place, place, place)
                                        .params(Micros.timestamp(from.number(0)))
                                        .params(
                                                from.number(1),
                                                from.number(2),
                                                from.number(3),
                                                from.number(4))
                                        .param(limit + 1)
                                        .query((row, n) -> row(tenant, row))
                                        .list());
        var page = Page.of(rows, limit, Row::cursor);
        return new Page<>(page.items().stream().map(Row::entry).toList(), page.next());
    }

    /** What some entries of one message moved. */
    public List<LedgerEntry> of(TenantId tenant, RawAddress address, int first, int last) {
        return database.readTenant(
                tenant,
                jdbc ->
                        jdbc.sql(OF_ENTRIES)
                                .params(
                                        tenant.value(),
                                        address.lane().ordinal(),
                                        address.partition(),
                                        address.offset(),
                                        first,
                                        last)
                                .query((row, n) -> row(tenant, row).entry())
                                .list());
    }

    private Row row(TenantId tenant, ResultSet row) throws SQLException {
        var address =
                new RawAddress(
                        Lane.of(row.getInt("lane")),
                        row.getInt("partition"),
                        row.getLong("log_offset"));
        return new Row(
                new LedgerEntry(
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getString("kind"),
                        row.getString("item"),
                        row.getString("lot"),
                        row.getString("debit"),
                        row.getString("credit"),
                        new Quantity(row.getLong("quantity")),
                        row.getString("reference"),
                        row.getString("order_number"),
                        row.getString("shipment"),
                        row.getString("reason"),
                        receipts.text(tenant, Receipt.of(address)),
                        row.getInt("entry")),
                address);
    }
}
