package dev.tidegate.operations.inventory;

import static dev.tidegate.operations.effect.Columns.longs;
import static dev.tidegate.operations.effect.Columns.optionalLongs;
import static dev.tidegate.operations.effect.Columns.texts;

import dev.tidegate.operations.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The balances: touched last in a transaction and in the order of keys, so that workers wait for
 * each other briefly and never in a circle.
 */
public final class Stock {
    private static final String CHANGE =
            """
            insert into operations.stock as s (tenant, item, location, lot, moved, demand, transit, changed_at, event_at)
            select a.tenant, a.item, a.location, a.lot, a.moved, a.demand, a.transit,
                timestamptz 'epoch' + ? * interval '1 microsecond',
                coalesce(timestamptz 'epoch' + a.event_at * interval '1 microsecond', '-infinity')
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
              as a(tenant, item, location, lot, moved, demand, transit, event_at)
            on conflict (tenant, item, location, lot) do update set moved = s.moved + excluded.moved,
                demand = s.demand + excluded.demand, transit = s.transit + excluded.transit,
                version = nextval('operations.stock_version'), changed_at = excluded.changed_at,
                event_at = greatest(s.event_at, excluded.event_at)
            returning\s"""
                    + Balance.COLUMNS;

    /** The figure counted stands: what had happened by then was counted, whenever it is told. */
    private static final String CORRECT =
            """
            update operations.stock s set variance = s.variance - a.late
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[]) with ordinality
              as a(tenant, item, location, lot, late, n)
            where s.tenant = a.tenant and s.item = a.item and s.location = a.location and s.lot = a.lot
            returning\s"""
                    + Balance.COLUMNS
                    + ", a.n";

    /**
     * Counted, minus what the ledger had moved by then. The row's lock is held: no leg is missed.
     */
    private static final String RECKON =
            """
            update operations.stock s set counted_at = c.counted_at, variance = c.quantity - (s.moved - coalesce((
                select sum(case when l.debit = 'stock:' || s.location then l.quantity else -l.quantity end)
                from operations.stock_ledger l
                where l.tenant = s.tenant and l.item = s.item and l.occurred_at > c.counted_at and l.lot = s.lot
                  and (l.debit = 'stock:' || s.location or l.credit = 'stock:' || s.location)), 0))
            from unnest(?::text[], ?::text[], ?::text[], ?::text[]) with ordinality as a(tenant, item, location, lot, n)
            join operations.stock_count c
              on c.tenant = a.tenant and c.item = a.item and c.location = a.location and c.lot = a.lot
            where s.tenant = a.tenant and s.item = a.item and s.location = a.location and s.lot = a.lot
            returning\s"""
                    + Balance.COLUMNS
                    + ", a.n";

    private static final String FORGET =
            """
            delete from operations.stock s
            using unnest(?::text[], ?::text[], ?::text[], ?::text[]) as a(tenant, item, location, lot)
            where s.tenant = a.tenant and s.item = a.item and s.location = a.location and s.lot = a.lot
            """;

    private Stock() {}

    /**
     * @param now microseconds since 1970
     * @throws IllegalStateException when demand fell below zero: orders and balances disagree
     */
    public static void apply(JdbcClient jdbc, StockChanges changed, long now, Facts facts) {
        var changes = changed.inOrder();
        if (changes.isEmpty()) {
            return;
        }
        var balances = change(jdbc, changes, now);
        correct(jdbc, changes, balances);
        reckon(jdbc, changes, balances);
        for (Balance balance : balances) {
            if (balance.demand() < 0) {
                throw new IllegalStateException("demand below zero at " + balance.key());
            }
            balance.tell(facts);
        }
        forget(jdbc, balances.stream().filter(Balance::isEmpty).map(Balance::key).toList());
    }

    private static List<Balance> change(JdbcClient jdbc, List<StockChange> changes, long now) {
        var balances = new ArrayList<Balance>(changes.size());
        jdbc.sql(CHANGE)
                .params(
                        now,
                        texts(changes, c -> c.key.tenant()),
                        texts(changes, c -> c.key.item()),
                        texts(changes, c -> c.key.location()),
                        texts(changes, c -> c.key.lot()),
                        longs(changes, c -> c.moved),
                        longs(changes, c -> c.demand),
                        longs(changes, c -> c.transit),
                        optionalLongs(
                                changes, c -> c.eventAt == StockChange.NEVER ? null : c.eventAt))
                .query(
                        row -> {
                            // Every row is inserted or updated, so they return in the order sent.
                            var key = changes.get(balances.size()).key;
                            balances.add(Balance.read(key, row));
                        });
        return balances;
    }

    private static void correct(
            JdbcClient jdbc, List<StockChange> changes, List<Balance> balances) {
        var at = new ArrayList<Integer>();
        for (int i = 0; i < balances.size(); i++) {
            if (!changes.get(i).counted && late(changes.get(i), balances.get(i)) != 0) {
                at.add(i);
            }
        }
        if (!at.isEmpty()) {
            ToLongFunction<Integer> late = i -> late(changes.get(i), balances.get(i));
            again(jdbc, CORRECT, at, balances, longs(at, late));
        }
    }

    private static long late(StockChange change, Balance balance) {
        return balance.countedAt() == StockChange.NEVER ? 0 : change.movedBy(balance.countedAt());
    }

    private static void reckon(JdbcClient jdbc, List<StockChange> changes, List<Balance> balances) {
        var at = new ArrayList<Integer>();
        for (int i = 0; i < balances.size(); i++) {
            if (changes.get(i).counted) {
                at.add(i);
            }
        }
        if (!at.isEmpty()) {
            again(jdbc, RECKON, at, balances);
        }
    }

    /** Runs a statement over some of the balances and keeps what it made of them. */
    private static void again(
            JdbcClient jdbc,
            String sql,
            List<Integer> at,
            List<Balance> balances,
            Object... columns) {
        var keys = at.stream().map(i -> balances.get(i).key()).toList();
        jdbc.sql(sql)
                .params(keyColumns(keys))
                .params(columns)
                .query(
                        row -> {
                            int i = at.get((int) row.getLong(13) - 1);
                            balances.set(i, Balance.read(balances.get(i).key(), row));
                        });
    }

    private static void forget(JdbcClient jdbc, List<StockKey> keys) {
        if (!keys.isEmpty()) {
            jdbc.sql(FORGET).params(keyColumns(keys)).update();
        }
    }

    private static Object[] keyColumns(List<StockKey> keys) {
        return new Object[] {
            texts(keys, StockKey::tenant),
            texts(keys, StockKey::item),
            texts(keys, StockKey::location),
            texts(keys, StockKey::lot)
        };
    }
}
