package dev.tidegate.proof.check;

import dev.tidegate.proof.check.RawLog.Address;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables as they stand, of all the tenants that the connection may see. */
public final class Books {
    private static final String JOURNAL =
            """
            select lane, partition, log_offset, entry, entries, tenant, fate, type, key
            from operations.journal where source = ?
            """;
    private static final String LEDGER =
            """
            select lane, partition, log_offset, tenant, item, lot, debit, credit, quantity, reference
            from operations.stock_ledger
            """;
    private static final String STOCK =
            """
            select tenant, item, location, lot, moved, variance, demand, transit, on_hand, available, reserved
            from operations.stock
            """;
    private static final String ORDERS =
            "select tenant, kind, number, version, status from operations.orders where source = ?";
    private static final String SHIPMENTS =
            "select tenant, number, version, status from operations.shipment where source = ?";

    private final JdbcClient jdbc;
    private final String source;

    public Books(JdbcClient jdbc, String source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /** One journal row. */
    public record Entry(
            Address address,
            int index,
            int entries,
            String tenant,
            String fate,
            String type,
            String key) {}

    /** One ledger row; the quantity in units. */
    public record Leg(
            Address address,
            String tenant,
            String item,
            String lot,
            String debit,
            String credit,
            BigDecimal quantity,
            String reference) {}

    /** A place where stock lies. */
    public record Place(String tenant, String item, String location, String lot) {}

    /** A balance, in units. */
    public record Balance(
            BigDecimal moved,
            BigDecimal variance,
            BigDecimal demand,
            BigDecimal transit,
            BigDecimal onHand,
            BigDecimal available,
            BigDecimal reserved) {}

    /** A document's name and what stands in it. */
    public record Document(String tenant, String name) {}

    public record Standing(long version, String status) {}

    public Map<Address, List<Entry>> journal() {
        return jdbc
                .sql(JOURNAL)
                .param(source)
                .query(
                        (row, n) ->
                                new Entry(
                                        new Address(row.getInt(1), row.getInt(2), row.getLong(3)),
                                        row.getInt(4),
                                        row.getInt(5),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getString(8),
                                        row.getString(9)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Entry::address));
    }

    public List<Leg> ledger() {
        return jdbc.sql(LEDGER)
                .query(
                        (row, n) ->
                                new Leg(
                                        new Address(row.getInt(1), row.getInt(2), row.getLong(3)),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getString(8),
                                        units(row.getLong(9)),
                                        row.getString(10)))
                .list();
    }

    public Map<Place, Balance> stock() {
        var all = new HashMap<Place, Balance>();
        jdbc.sql(STOCK)
                .query(
                        row -> {
                            all.put(
                                    new Place(
                                            row.getString(1),
                                            row.getString(2),
                                            row.getString(3),
                                            row.getString(4)),
                                    new Balance(
                                            units(row.getLong(5)),
                                            units(row.getLong(6)),
                                            units(row.getLong(7)),
                                            units(row.getLong(8)),
                                            units(row.getLong(9)),
                                            units(row.getLong(10)),
                                            units(row.getLong(11))));
                        });
        return all;
    }

    public Map<Document, Standing> orders() {
        var all = new HashMap<Document, Standing>();
        jdbc.sql(ORDERS)
                .param(source)
                .query(
                        row -> {
                            all.put(
                                    new Document(
                                            row.getString(1),
                                            row.getString(2) + "/" + row.getString(3)),
                                    new Standing(row.getLong(4), row.getString(5)));
                        });
        return all;
    }

    public Map<Document, Standing> shipments() {
        var all = new HashMap<Document, Standing>();
        jdbc.sql(SHIPMENTS)
                .param(source)
                .query(
                        row -> {
                            all.put(
                                    new Document(row.getString(1), row.getString(2)),
                                    new Standing(row.getLong(3), row.getString(4)));
                        });
        return all;
    }

    private static BigDecimal units(long millionths) {
        return BigDecimal.valueOf(millionths, 6).stripTrailingZeros();
    }
}
