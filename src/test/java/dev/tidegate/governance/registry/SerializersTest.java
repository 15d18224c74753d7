package dev.tidegate.governance.registry;

import static dev.tidegate.governance.registry.Registry.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.testing.Served;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Records on a real broker, written and read as Confluent's serializers do it (which no public
 * registry of packages serves): a zero, the schema's id in four bytes, the data; the requests are
 * theirs, parameters and all.
 */
class SerializersTest {
    private static final Schema FIRST =
            new Schema.Parser()
                    .parse(
                            "{\"type\":\"record\",\"name\":\"Order\",\"fields\":[{\"name\":\"number\",\"type\":\"string\"}]}");
    private static final Schema SECOND =
            new Schema.Parser()
                    .parse(
                            "{\"type\":\"record\",\"name\":\"Order\",\"fields\":[{\"name\":\"number\",\"type\":\"string\"},"
                                    + "{\"name\":\"note\",\"type\":\"string\",\"default\":\"none\"}]}");
    private static final Schema UNREADABLE =
            new Schema.Parser()
                    .parse(
                            "{\"type\":\"record\",\"name\":\"Order\",\"fields\":[{\"name\":\"number\",\"type\":\"int\"}]}");

    private static Registry registry;

    @BeforeAll
    static void serve() {
        registry = Registry.open(SerializersTest.class, Map.of());
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    /** As {@code KafkaAvroSerializer} with {@code auto.register.schemas}. */
    private record AvroSerializer() implements Serializer<GenericRecord> {
        @Override
        public byte[] serialize(String topic, GenericRecord data) {
            var text = Registry.body(data.getSchema().toString(), "AVRO", "");
            return framed(id(topic, text), bytes(data));
        }

        private static byte[] bytes(GenericRecord data) {
            try {
                var bytes = new ByteArrayOutputStream();
                var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
                new GenericDatumWriter<GenericRecord>(data.getSchema()).write(data, encoder);
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** As {@code KafkaAvroDeserializer}; it keeps what an id stood for. */
    private record AvroDeserializer(Schema reader, Map<Integer, Schema> writers)
            implements Deserializer<GenericRecord> {
        @Override
        public GenericRecord deserialize(String topic, byte[] data) {
            var buffer = ByteBuffer.wrap(data);
            assertThat(buffer.get()).isZero();
            var writer =
                    writers.computeIfAbsent(
                            buffer.getInt(), id -> new Schema.Parser().parse(schema(topic, id)));
            var rest = DecoderFactory.get().binaryDecoder(data, 5, data.length - 5, null);
            try {
                return new GenericDatumReader<GenericRecord>(writer, reader).read(null, rest);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static byte[] framed(int id, byte[] data) {
        return ByteBuffer.allocate(5 + data.length).put((byte) 0).putInt(id).put(data).array();
    }

    private static int id(String topic, String schema) {
        var answer =
                registry.post(
                        "/subjects/" + topic + "-value/versions?normalize=false&format=", schema);
        if (answer.statusCode() != 200) {
            assertRefused(answer, 409, 409);
            throw new SerializationException(answer.body());
        }
        return Served.json(answer).get("id").asInt();
    }

    private static String schema(String topic, int id) {
        HttpResponse<String> answer =
                registry.get(
                        "/schemas/ids/" + id + "?fetchMaxId=false&subject=" + topic + "-value");
        return Registry.read(answer).get("schema").asString();
    }

    @Test
    void avroIsWrittenReadEvolvedAndRefused() throws Exception {
        var topic = topic("orders");
        try (var producer = producer(new AvroSerializer())) {
            producer.send(new ProducerRecord<>(topic, order(FIRST, "PO-1"))).get();
            producer.send(new ProducerRecord<>(topic, order(SECOND, "PO-2"))).get();

            assertThatThrownBy(
                            () -> producer.send(new ProducerRecord<>(topic, order(UNREADABLE, 3))))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("TYPE_MISMATCH");
        }

        assertThat(read(topic, new AvroDeserializer(SECOND, new HashMap<>())))
                .extracting(order -> order.get("number") + " " + order.get("note"))
                .containsExactly("PO-1 none", "PO-2 none");
        assertThat(read(topic, new AvroDeserializer(FIRST, new HashMap<>())))
                .extracting(order -> order.get("number").toString())
                .containsExactly("PO-1", "PO-2");
    }

    @Test
    void jsonIsWrittenReadEvolvedAndRefused() throws Exception {
        var topic = topic("notes");
        var closed = "{'type':'object','properties':{%s},'additionalProperties':false}";
        var first = Registry.json(closed.formatted("'text':{'type':'string'}"));
        var second =
                Registry.json(closed.formatted("'text':{'type':'string'},'by':{'type':'string'}"));
        Serializer<String> serializer =
                (to, text) ->
                        framed(
                                id(to, text.contains("by") ? second : first),
                                text.getBytes(StandardCharsets.UTF_8));
        try (var producer = producer(serializer)) {
            producer.send(new ProducerRecord<>(topic, "{\"text\":\"a\"}")).get();
            producer.send(new ProducerRecord<>(topic, "{\"text\":\"a\",\"by\":\"b\"}")).get();
        }

        Deserializer<String> deserializer =
                (from, data) -> {
                    var schema = Served.json(schema(from, ByteBuffer.wrap(data, 1, 4).getInt()));
                    return schema.get("properties").size()
                            + " "
                            + new String(data, 5, data.length - 5, StandardCharsets.UTF_8);
                };
        assertThat(read(topic, deserializer))
                .containsExactly("1 {\"text\":\"a\"}", "2 {\"text\":\"a\",\"by\":\"b\"}");
        var narrower = Registry.json(closed.formatted("'text':{'type':'string','maxLength':1}"));
        assertThatThrownBy(() -> id(topic, narrower)).isInstanceOf(SerializationException.class);
    }

    private static String topic(String name) throws Exception {
        var settings = registry.plant().logSettings();
        var topic = settings.topicPrefix() + name;
        try (var admin = Admin.create(servers())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        return topic;
    }

    private static Map<String, Object> servers() {
        return Map.of("bootstrap.servers", registry.plant().logSettings().bootstrapServers());
    }

    private static GenericData.Record order(Schema schema, Object number) {
        return new GenericRecordBuilder(schema).set("number", number).build();
    }

    private static <T> KafkaProducer<String, T> producer(Serializer<? super T> serializer) {
        @SuppressWarnings("unchecked")
        var of = (Serializer<T>) serializer;
        return new KafkaProducer<>(servers(), new StringSerializer(), of);
    }

    /** Both records that were written. */
    private static <T> List<T> read(String topic, Deserializer<T> deserializer) {
        try (var consumer =
                new KafkaConsumer<>(servers(), new StringDeserializer(), deserializer)) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var read = new ArrayList<T>();
            for (int polls = 0; read.size() < 2 && polls < 100; polls++) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(record.value()));
            }
            return read;
        }
    }
}
