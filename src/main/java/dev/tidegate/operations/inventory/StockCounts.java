package dev.tidegate.operations.inventory;

import dev.tidegate.operations.effect.Latest;
import dev.tidegate.operations.effect.Rows;
import dev.tidegate.operations.effect.Stamp;
import dev.tidegate.platform.sql.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the latest count of each place. */
public final class StockCounts {
    private static final String KEEP =
            """
            insert into operations.stock_count as c (tenant, item, location, lot, counted_at, content, number, source, quantity)
            select coalesce(a.tenant, same.tenant), a.item, a.location, coalesce(a.lot, same.lot),
                timestamptz 'epoch' + a.counted_at * interval '1 microsecond',
                a.content::uuid, a.number, coalesce(a.source, same.source), a.quantity
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[])
              as a(tenant, item, location, lot, counted_at, content, number, source, quantity)
            cross join (values (?::text, ?::text, ?::text)) as same(tenant, lot, source)
            on conflict (tenant, item, location, lot) do update set counted_at = excluded.counted_at,
                content = excluded.content, number = excluded.number, source = excluded.source, quantity = excluded.quantity
            where (c.counted_at, c.content) < (excluded.counted_at, excluded.content)
            returning tenant, item, location, lot, old.counted_at, old.content
            """;

    private StockCounts() {}

    /**
     * @return for each, whether it took effect; the others are stale
     */
    public static boolean[] keep(JdbcClient jdbc, List<CountTold> told, StockChanges stock) {
        if (told.isEmpty()) {
            return new boolean[0];
        }
        var latest = new Latest<>(told);
        var counts = latest.contenders();
        Map<StockKey, Stamp> met = new HashMap<>();
        jdbc.sql(KEEP)
                .params(
                        Rows.of(counts)
                                .sharedText(c -> c.key().tenant())
                                .text(c -> c.key().item())
                                .text(c -> c.key().location())
                                .sharedText(c -> c.key().lot())
                                .number(CountTold::countedAt)
                                .uuid(c -> c.stamp().content())
                                .text(CountTold::number)
                                .sharedText(c -> c.event().source().value())
                                .number(CountTold::quantity)
                                .params())
                .query(
                        row -> {
                            met.put(key(row), before(row));
                        });
        for (CountTold count : counts) {
            if (met.containsKey(count.key())) {
                stock.counted(count.key(), count.countedAt());
            }
        }
        return latest.settle(met);
    }

    private static StockKey key(ResultSet row) throws SQLException {
        return new StockKey(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }

    private static Stamp before(ResultSet row) throws SQLException {
        var countedAt = row.getObject(5, OffsetDateTime.class);
        return countedAt == null
                ? Stamp.NONE
                : new Stamp(Micros.of(countedAt.toInstant()), row.getObject(6, UUID.class));
    }
}
