package dev.tidegate.operations.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.contract.CanonicalCodec;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.operations.Book;
import dev.tidegate.operations.Events;
import dev.tidegate.operations.Events.Line;
import dev.tidegate.platform.log.FencedException;
import dev.tidegate.platform.log.LogWorker;
import dev.tidegate.testing.Plant;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class OperatorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Plant plant;
    private Book book;
    private Events events;

    @BeforeEach
    void open() {
        plant = Plant.open(OperatorTest.class);
        book = Book.fresh(plant);
        events = book.events();
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void aBadEventIsParkedAloneAndItsNeighboursApply() {
        var sent = receipts(60);
        sent.add(23, unstorable());
        sent.add(events.movement("M-", "receipt", "bolt", "DC1", "-1", Events.NOON, Map.of()));
        send(sent);

        try (var _ = worker(operator(() -> {})).start()) {
            await().atMost(PATIENCE).until(() -> book.count("journal") == 62);
        }

        assertThat(book.balance("bolt", "DC1").onHand()).isEqualTo("60");
        assertThat(book.count("dead_letter where fate = 'parked' and code = 'apply_failed'"))
                .isEqualTo(2);
        assertThat(counted()).isEqualTo(Map.of("applied", 60L, "parked", 2L));
        assertThat(position()).isEqualTo(62);
    }

    @Test
    void countsStayExactThroughACrashAmongTheParts() {
        var sent = receipts(40);
        sent.add(10, unstorable());
        send(sent);
        var commits = new AtomicInteger();

        try (var _ =
                worker(
                                operator(
                                        () -> {
                                            if (commits.incrementAndGet() % 4 == 3) {
                                                throw new DataAccessResourceFailureException(
                                                        "gone after a commit");
                                            }
                                        }))
                        .start()) {
            await().atMost(PATIENCE).until(() -> position() == 41);
        }

        assertThat(commits.get()).isGreaterThan(3);
        assertThat(counted()).isEqualTo(Map.of("applied", 40L, "parked", 1L));
        assertThat(book.balance("bolt", "DC1").onHand()).isEqualTo("40");
    }

    @Test
    void aBatchKilledInTheMiddleLeavesNothing() {
        var receipt = events.receipt("M1", "bolt", "DC1", "5");
        var applier = new Applier(Clock.systemUTC());
        try {
            plant.database()
                    .inTenant(
                            book.tenant(),
                            jdbc -> {
                                applier.apply(jdbc, List.of(receipt));
                                return jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                                        .query(Boolean.class)
                                        .single();
                            });
        } catch (RuntimeException killed) {
            assertThat(Faults.ofTheEnvironment(killed)).isTrue();
        }

        for (var table : List.of("journal", "stock_ledger", "stock", "outbox")) {
            assertThat(book.count(table)).as(table).isZero();
        }
    }

    @Test
    void aFencedWorkerLeavesNothingAndTheNextOneAppliesOnce() {
        send(receipts(10));
        var fenced = new AtomicReference<RuntimeException>();
        var operator = operator(() -> {});
        LogWorker.Handler losesItsLease =
                batch -> {
                    plant.owner()
                            .sql(
                                    "update platform.log_position set owner = ?, epoch = epoch + 1"
                                            + " where consumer = 'operations'")
                            .param(UUID.randomUUID())
                            .update();
                    try {
                        operator.handle(batch);
                    } catch (FencedException e) {
                        assertThat(book.count("journal")).isZero();
                        fenced.set(e);
                        throw e;
                    }
                };
        try (var _ = worker(losesItsLease).start()) {
            await().atMost(PATIENCE).until(() -> fenced.get() != null);
        }
        try (var _ = worker(operator(() -> {})).start()) {
            await().atMost(PATIENCE).until(() -> position() == 10);
        }

        assertThat(book.balance("bolt", "DC1").onHand()).isEqualTo("10");
        assertThat(counted()).isEqualTo(Map.of("applied", 10L));
    }

    private List<CanonicalEvent> receipts(int count) {
        var all = new ArrayList<CanonicalEvent>();
        for (int i = 0; i < count; i++) {
            all.add(events.receipt("M" + i, "bolt", "DC1", "1"));
        }
        return all;
    }

    /** Its number is longer than an index entry can be, and random enough not to be squeezed. */
    private CanonicalEvent unstorable() {
        var number = new StringBuilder();
        new Random(7).ints(6_000, 0x4E00, 0x9FA5).forEach(number::appendCodePoint);
        return events.order(number.toString(), 1, "open", Line.of("bolt", "DC1", "1"));
    }

    private void send(List<CanonicalEvent> all) {
        var codec = new CanonicalCodec();
        try (var producer = plant.log().producer("test", 0)) {
            for (CanonicalEvent event : all) {
                producer.send(
                        new ProducerRecord<>(
                                plant.log().topics().canonicalExpress(),
                                0,
                                null,
                                codec.encode(event)));
            }
            producer.flush();
        }
    }

    private Operator operator(Runnable committed) {
        var clock = Clock.systemUTC();
        return new Operator(
                plant.database(),
                new Applier(clock),
                new FateMeters(new SimpleMeterRegistry(), clock),
                committed);
    }

    private LogWorker worker(LogWorker.Handler handler) {
        var plan =
                new LogWorker.Plan(
                        "operations",
                        List.of(Map.entry(plant.log().topics().canonicalExpress(), 8)),
                        100,
                        Duration.ofSeconds(2),
                        Duration.ofMillis(200));
        return new LogWorker(plan, plant.log(), plant.database(), UUID.randomUUID(), handler);
    }

    private Map<String, Long> counted() {
        return plant.database()
                .readTenant(
                        book.tenant(),
                        jdbc -> {
                            var all = new java.util.HashMap<String, Long>();
                            jdbc.sql(
                                            "select measure, sum(value) from platform.log_count group by measure")
                                    .query(
                                            row -> {
                                                all.put(row.getString(1), row.getLong(2));
                                            });
                            return all;
                        });
    }

    private long position() {
        return plant.owner()
                .sql(
                        "select next_offset from platform.log_position where consumer = 'operations' and partition = 0")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
