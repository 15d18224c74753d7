package dev.tidegate.operations.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.operations.Book;
import dev.tidegate.operations.Events;
import dev.tidegate.operations.Events.Line;
import dev.tidegate.testing.Plant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final OutboxRelay.Plan PLAN =
            new OutboxRelay.Plan(4, Duration.ofMillis(50), Duration.ofMillis(500));

    private Plant plant;
    private Book book;
    private Events events;

    @BeforeEach
    void open() {
        plant = Plant.open(OutboxRelayTest.class);
        book = Book.fresh(plant);
        events = book.events();
    }

    @AfterEach
    void close() {
        plant.close();
    }

    /** A fact as a reader outside meets it. */
    private record Fact(String type, String key, String id, GenericRecord value) {}

    @Test
    void factsOfAKeyArriveInTheOrderOfItsChangesThoughManyChangeItAtOnce() throws Exception {
        try (var _ = relay();
                var _ = relay();
                var workers = Executors.newFixedThreadPool(3)) {
            var work = new ArrayList<Callable<Object>>();
            for (int i = 0; i < 60; i++) {
                var receipt = events.receipt("M" + i, "bolt", "DC1", "1");
                var other = events.receipt("N" + i, "nut" + i % 3, "DC1", "1");
                work.add(() -> book.apply(receipt, other));
            }
            for (var done : workers.invokeAll(work)) {
                done.get();
            }
            await().atMost(PATIENCE).until(() -> book.count("outbox") == 0);
        }

        var facts = facts(120);
        var last = new HashMap<String, Long>();
        var ids = new HashSet<String>();
        for (Fact fact : facts) {
            long version = (long) fact.value().get("version");
            assertThat(last.put(fact.key(), version))
                    .as(fact.key())
                    .matches(before -> before == null || before < version);
            assertThat(ids.add(fact.id())).as("one id a change").isTrue();
        }
        var bolt = facts.stream().filter(fact -> fact.key().contains("bolt")).toList().getLast();
        assertThat(decimal(bolt.value().get("on_hand"))).isEqualByComparingTo("60");
    }

    @Test
    void everyTypeOfFactReadsBackByItsSchema() {
        book.apply(
                events.order(
                        "O1", 1, "open", Line.of("bolt", "DC1", "0.5"), Line.of("nut", "", "2")),
                events.shipment("inbound", "S1", 1, "shipped", "DC1", Line.of("bolt", "", "300")),
                events.milestone("S1", "departed", Events.NOON, "left"),
                events.invoice("I1", "O1", 1),
                events.visibility("E1", "urn:x:1", java.util.Optional.of(Events.NOON)),
                events.dead("row:1", "not_a_number"),
                events.movement(
                        "M1",
                        "issue",
                        "cog",
                        "DC1",
                        "129.000001",
                        Events.NOON,
                        java.util.Map.of()));
        try (var _ = relay()) {
            await().atMost(PATIENCE).until(() -> book.count("outbox") == 0);
        }

        var byType = new HashMap<String, Fact>();
        var facts = facts(9);
        facts.forEach(fact -> byType.put(fact.type(), fact));

        assertThat(byType.keySet())
                .isEqualTo(
                        Set.of(
                                "dev.tidegate.order.changed.v1",
                                "dev.tidegate.stock.changed.v1",
                                "dev.tidegate.shipment.changed.v1",
                                "dev.tidegate.shipment.milestone.v1",
                                "dev.tidegate.document.recorded.v1",
                                "dev.tidegate.visibility.recorded.v1",
                                "dev.tidegate.entry.dead_lettered.v1"));
        var order = byType.get("dev.tidegate.order.changed.v1");
        assertThat(order.key()).isEqualTo(book.tenant() + "\0sales/O1");
        assertThat((List<?>) order.value().get("wanted")).hasSize(2);
        var cog = facts.stream().filter(fact -> fact.key().endsWith("cog/DC1")).findFirst();
        assertThat(decimal(cog.orElseThrow().value().get("shortage")))
                .isEqualByComparingTo("129.000001");
        assertThat(byType.get("dev.tidegate.entry.dead_lettered.v1").value().get("code").toString())
                .isEqualTo("not_a_number");
    }

    private OutboxRelay relay() {
        return new OutboxRelay(plant.database(), plant.log(), PLAN).start();
    }

    private List<Fact> facts(int count) {
        var facts = new ArrayList<Fact>();
        var topic = plant.log().topics().fact();
        try (var consumer = plant.log().consumer("test", 500)) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(PATIENCE)
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(100))
                                        .forEach(one -> facts.add(fact(one)));
                                return facts.size() >= count;
                            });
        }
        assertThat(facts).hasSize(count);
        return facts;
    }

    private static Fact fact(ConsumerRecord<byte[], byte[]> one) {
        try {
            assertThat(header(one, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(one, "content-type")).isEqualTo("application/avro");
            var type = type(header(one, "ce_type"));
            assertThat(ByteBuffer.wrap(one.value(), 0, 10))
                    .isEqualTo(ByteBuffer.wrap(FactSchemas.header(type)));
            var value = one.value();
            var decoder = DecoderFactory.get().binaryDecoder(value, 10, value.length - 10, null);
            GenericRecord read =
                    new GenericDatumReader<GenericRecord>(FactSchemas.of(type)).read(null, decoder);
            assertThat(decoder.isEnd()).as("nothing left over of %s", type).isTrue();
            return new Fact(
                    header(one, "ce_type"),
                    new String(one.key(), StandardCharsets.UTF_8),
                    header(one, "ce_id"),
                    read);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static FactType type(String ceType) {
        for (FactType type : FactType.values()) {
            if (type.ceType().equals(ceType)) {
                return type;
            }
        }
        throw new AssertionError("no fact type " + ceType);
    }

    private static String header(ConsumerRecord<byte[], byte[]> one, String name) {
        return new String(one.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static BigDecimal decimal(Object bytes) {
        var buffer = (ByteBuffer) bytes;
        var unscaled = new byte[buffer.remaining()];
        buffer.duplicate().get(unscaled);
        return new BigDecimal(new BigInteger(unscaled), 6);
    }
}
