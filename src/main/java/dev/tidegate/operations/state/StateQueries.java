package dev.tidegate.operations.state;

import dev.tidegate.operations.state.StateHash.Table;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Computes {@link StateHash}es, all tables in one statement and so in one snapshot. */
public final class StateQueries {
    /**
     * What the business sees, with the columns left out: clocks, the counter of a balance's
     * changes, and the address of the bytes, since of two equal messages either may be the one that
     * was applied. The journal and the dead letters tell how it came about and are no part of it.
     */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("orders", "applied_at");
        TABLES.put("order_item", "");
        TABLES.put("document", "applied_at");
        TABLES.put("shipment", "applied_at");
        TABLES.put("shipment_item", "");
        TABLES.put("shipment_milestone", "");
        TABLES.put("stock_ledger", "lane,partition,log_offset,entry");
        TABLES.put("stock_count", "");
        TABLES.put("stock", "changed_at,version");
        TABLES.put("visibility_event", "applied_at,recorded_at,source");
        TABLES.put("visibility_epc", "");
    }

    private static final String UTC = "set local timezone = 'UTC'";
    private static final String OF_A_TABLE =
            """
            select '%1$s', count(*), sum(hashtextextended(told, 0)), sum(hashtextextended(told, 1))
            from (select (to_jsonb(t) - '{%2$s}'::text[])::text as told from operations.%1$s t
                  where tenant = :tenant) rows
            """;
    private static final String OF_ALL =
            TABLES.entrySet().stream()
                    .map(table -> OF_A_TABLE.formatted(table.getKey(), table.getValue()))
                    .collect(Collectors.joining("union all\n"));

    private final Database database;

    public StateQueries(Database database) {
        this.database = database;
    }

    public StateHash of(TenantId tenant) {
        return database.readTenant(
                tenant,
                jdbc -> {
                    jdbc.sql(UTC).update();
                    return StateHash.of(
                            jdbc.sql(OF_ALL)
                                    .param("tenant", tenant.value())
                                    .query(
                                            (row, n) ->
                                                    new Table(
                                                            row.getString(1),
                                                            row.getLong(2),
                                                            joined(
                                                                    row.getBigDecimal(3),
                                                                    row.getBigDecimal(4))))
                                    .list());
                });
    }

    /** Null where the table has no row. */
    private static String joined(@Nullable BigDecimal high, @Nullable BigDecimal low) {
        return StateHash.hex(low64(high).shiftLeft(64).add(low64(low)));
    }

    private static BigInteger low64(@Nullable BigDecimal sum) {
        return sum == null ? BigInteger.ZERO : sum.toBigInteger().mod(BigInteger.ONE.shiftLeft(64));
    }
}
