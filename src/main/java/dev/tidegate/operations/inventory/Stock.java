package dev.tidegate.operations.inventory;

import dev.tidegate.operations.effect.Rows;
import dev.tidegate.operations.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The balances: touched last in a transaction and in the order of keys, so that workers wait for
 * each other briefly and never in a circle.
 */
public final class Stock {
    /**
     * The version is a clock that never goes back: a balance that is deleted and comes again has
     * not the versions it had.
     */
    private static final String CHANGE =
            """
            insert into operations.stock as s (tenant, item, location, lot, moved, demand, transit, version, changed_at, event_at)
            select coalesce(a.tenant, same.tenant), a.item, coalesce(a.location, same.location), coalesce(a.lot, same.lot),
                coalesce(a.moved, same.moved), coalesce(a.demand, same.demand), coalesce(a.transit, same.transit), same.now,
                timestamptz 'epoch' + same.now * interval '1 microsecond',
                coalesce(timestamptz 'epoch' + a.event_at * interval '1 microsecond', '-infinity')
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
              as a(tenant, item, location, lot, moved, demand, transit, event_at)
            cross join (values (?::text, ?::text, ?::text, ?::bigint, ?::bigint, ?::bigint, ?::bigint))
              as same(tenant, location, lot, moved, demand, transit, now)
            on conflict (tenant, item, location, lot) do update set moved = s.moved + excluded.moved,
                demand = s.demand + excluded.demand, transit = s.transit + excluded.transit,
                version = greatest(s.version + 1, excluded.version), changed_at = excluded.changed_at,
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
        var empty = new ArrayList<StockKey>();
        for (int i = 0; i < balances.size(); i++) {
            var balance = balances.get(i);
            var change = changes.get(i);
            if (balance.demand() < 0) {
                throw new IllegalStateException("demand below zero at " + change.key);
            }
            balance.tell(change, facts);
            if (balance.isEmpty()) {
                empty.add(change.key);
            }
        }
        forget(jdbc, empty);
    }

    private static List<Balance> change(JdbcClient jdbc, List<StockChange> changes, long now) {
        var balances = new ArrayList<Balance>(changes.size());
        jdbc.sql(CHANGE)
                .params(
                        Rows.of(changes)
                                .sharedText(c -> c.key.tenant())
                                .text(c -> c.key.item())
                                .sharedText(c -> c.key.location())
                                .sharedText(c -> c.key.lot())
                                .sharedNumber(c -> c.moved)
                                .sharedNumber(c -> c.demand)
                                .sharedNumber(c -> c.transit)
                                .optionalNumber(StockChange::toldAt)
                                .params())
                .param(now)
                .query(
                        row -> {
                            // Every row is inserted or updated, so they return in the order sent.
                            balances.add(Balance.read(row));
                        });
        return balances;
    }

    private static void correct(
            JdbcClient jdbc, List<StockChange> changes, List<Balance> balances) {
        again(
                jdbc,
                CORRECT,
                places(changes, i -> !changes.get(i).counted && late(changes, balances, i) != 0),
                changes,
                balances,
                rows -> rows.number(i -> late(changes, balances, i)));
    }

    private static long late(List<StockChange> changes, List<Balance> balances, int i) {
        long countedAt = balances.get(i).countedAt();
        return countedAt == StockChange.NEVER ? 0 : changes.get(i).movedBy(countedAt);
    }

    private static void reckon(JdbcClient jdbc, List<StockChange> changes, List<Balance> balances) {
        again(
                jdbc,
                RECKON,
                places(changes, i -> changes.get(i).counted),
                changes,
                balances,
                rows -> rows);
    }

    private static List<Integer> places(List<StockChange> changes, IntPredicate which) {
        return IntStream.range(0, changes.size()).filter(which).boxed().toList();
    }

    /** Runs a statement over some of the balances and keeps what it made of them. */
    private static void again(
            JdbcClient jdbc,
            String sql,
            List<Integer> places,
            List<StockChange> changes,
            List<Balance> balances,
            UnaryOperator<Rows<Integer>> more) {
        if (places.isEmpty()) {
            return;
        }
        var rows = keys(Rows.of(places), i -> changes.get(i).key);
        jdbc.sql(sql)
                .params(more.apply(rows).params())
                .query(
                        row -> {
                            balances.set(places.get((int) row.getLong(8) - 1), Balance.read(row));
                        });
    }

    private static void forget(JdbcClient jdbc, List<StockKey> keys) {
        if (!keys.isEmpty()) {
            jdbc.sql(FORGET).params(keys(Rows.of(keys), key -> key).params()).update();
        }
    }

    private static <T> Rows<T> keys(Rows<T> rows, Function<T, StockKey> key) {
        return rows.text(row -> key.apply(row).tenant())
                .text(row -> key.apply(row).item())
                .text(row -> key.apply(row).location())
                .text(row -> key.apply(row).lot());
    }
}
