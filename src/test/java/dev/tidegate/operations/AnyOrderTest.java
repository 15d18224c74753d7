package dev.tidegate.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.testing.Plant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State depends on the set of events alone; and whatever comes, the books balance. */
class AnyOrderTest {
    private static final int EVENTS = 300;
    private static final int BATCH_MAX = 40;
    private static final String EMPTY =
            """
            truncate operations.journal, operations.dead_letter, operations.orders, operations.order_item,
                operations.document, operations.shipment, operations.shipment_item, operations.shipment_milestone,
                operations.stock_ledger, operations.stock_count, operations.stock, operations.outbox,
                operations.visibility_event, operations.visibility_epc
            """;

    /** Places where the ledger, the counts and what is due don't add up to the balance. */
    private static final String UNBALANCED =
            """
            stock s where
                s.moved <> coalesce((select sum(case when l.debit = 'stock:' || s.location then l.quantity else -l.quantity end)
                    from operations.stock_ledger l where l.item = s.item and l.lot = s.lot
                      and 'stock:' || s.location in (l.debit, l.credit)), 0)
                or s.variance <> coalesce((select c.quantity
                    - coalesce((select sum(case when l.debit = 'stock:' || s.location then l.quantity else -l.quantity end)
                        from operations.stock_ledger l where l.item = s.item and l.lot = s.lot
                          and l.occurred_at <= c.counted_at and 'stock:' || s.location in (l.debit, l.credit)), 0)
                    from operations.stock_count c
                    where c.item = s.item and c.location = s.location and c.lot = s.lot), 0)
                or (s.lot = '' and s.transit <> coalesce((select sum(i.due) from operations.shipment_item i
                        where i.item = s.item and i.location = s.location), 0)
                    + coalesce((select sum(case when l.debit = 'transit:' || s.location then l.quantity else -l.quantity end)
                        from operations.stock_ledger l where l.item = s.item and l.debit <> l.credit
                          and 'transit:' || s.location in (l.debit, l.credit)), 0))
            """;

    private static final String DEMAND_ASTRAY =
            """
            stock where (select coalesce(sum(demand), 0) from operations.stock)
                <> (select coalesce(sum(due), 0) from operations.order_item where kind = 'sales')
            """;
    private static final String NEGATIVE =
            """
            stock where on_hand < 0 or available < 0 or reserved < 0 or in_transit < 0 or demand < 0 or shortage < 0
            """;

    private static Plant plant;
    private Book book;

    @BeforeAll
    static void open() {
        plant = Plant.open(AnyOrderTest.class);
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    @AfterEach
    void empty() {
        plant.owner().sql(EMPTY).update();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyOrderOfArrivalGivesTheSameState(long seed) {
        book = Book.fresh(plant);
        var year = Year.of(book.events(), seed, EVENTS);
        inBatches(year, new Random(seed));
        var expected = book.state();

        for (int turn = 0; turn < 2; turn++) {
            empty();
            applyAtOnce(year, new Random(seed * 31 + turn));
            assertThat(book.state()).as("turn %d", turn).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void ledgerSumsEqualBalances(long seed) {
        book = Book.fresh(plant);
        applyAtOnce(Year.of(book.events(), seed, EVENTS), new Random(seed));

        assertThat(book.count("stock")).isPositive();
        assertThat(book.count(UNBALANCED)).isZero();
        assertThat(book.count(DEMAND_ASTRAY)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void neverGoesNegativeHoweverMuchIsIssued(long seed) {
        book = Book.fresh(plant);
        for (CanonicalEvent event : Year.of(book.events(), seed, 60)) {
            book.apply(event);
            assertThat(book.count(NEGATIVE)).isZero();
        }
    }

    /** Shuffled, cut into batches, by two workers at once; a deadlock would fail it. */
    private void applyAtOnce(List<CanonicalEvent> year, Random random) {
        var shuffled = new ArrayList<>(year);
        Collections.shuffle(shuffled, random);
        int middle = shuffled.size() / 2;
        try (var workers = Executors.newFixedThreadPool(2)) {
            var first = random.nextLong();
            var second = random.nextLong();
            var done =
                    List.<Future<?>>of(
                            workers.submit(
                                    () ->
                                            inBatches(
                                                    shuffled.subList(0, middle),
                                                    new Random(first))),
                            workers.submit(
                                    () ->
                                            inBatches(
                                                    shuffled.subList(middle, shuffled.size()),
                                                    new Random(second))));
            for (var one : done) {
                one.get();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void inBatches(List<CanonicalEvent> events, Random random) {
        int at = 0;
        while (at < events.size()) {
            int end = Math.min(at + 1 + random.nextInt(BATCH_MAX), events.size());
            book.apply(events.subList(at, end));
            at = end;
        }
    }
}
