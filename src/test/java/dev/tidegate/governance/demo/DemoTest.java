package dev.tidegate.governance.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.Role;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.contract.RawRecords;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import dev.tidegate.testing.Served.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoTest {
    private static final Map<String, String> WITH_DEMO = Map.of("tidegate.demo.enabled", "true");

    @Test
    void aFirstStartMakesClientsSourcesAndDataAndASecondOneNothing() throws Exception {
        try (var plant = Plant.open(DemoTest.class)) {
            var file = plant.home().resolve("credentials.json");
            List<RawMessage> sent;
            JsonNode credentials;
            try (var served = Served.on(plant, EnumSet.of(Role.API), WITH_DEMO)) {
                int files = files();
                sent =
                        Awaitility.await()
                                .atMost(Duration.ofSeconds(20))
                                .until(() -> messages(plant), all -> all.size() == files);
                credentials = JsonMapper.shared().readTree(file.toFile());
                clientsWork(served, credentials);
                whatIsWrongOnPurposeIsOfSeveralClasses(served, sent);
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            try (var again = Served.on(plant, EnumSet.of(Role.API), WITH_DEMO)) {
                assertThat(again.bean(FirstStart.class)).isNotNull();
                assertThat(JsonMapper.shared().readTree(file.toFile())).isEqualTo(credentials);
                assertThat(new DemoData(plant.database(), null).sendOnce()).isZero();
                assertThat(messages(plant)).hasSameSizeAs(sent);

                Files.delete(file);
            }
            try (var renewed = Served.on(plant, EnumSet.of(Role.API), WITH_DEMO)) {
                var fresh = JsonMapper.shared().readTree(file.toFile());
                assertThat(fresh).isNotEqualTo(credentials);
                clientsWork(renewed, fresh);
            }
        }
    }

    private static void clientsWork(Served served, JsonNode credentials) {
        for (var tenant : List.of("acme", "globex", "initech")) {
            var token = served.token(client(credentials.get("tenants").get(tenant)));
            var sources = Served.json(served.get(token, "/v1/sources")).get("items");
            assertThat(sources.findValuesAsString("source"))
                    .containsExactly(
                            "csv", "cxml", "edifact", "epcis", "gs1", "idoc", "json", "ubl", "x12");
        }
        var admin = served.token(client(credentials.get("admin")));
        assertThat(Served.json(served.get(admin, "/v1/sources")).get("items").size()).isZero();
        assertThat(served.token(client(credentials.get("operator")))).isNotEmpty();
    }

    private static void whatIsWrongOnPurposeIsOfSeveralClasses(
            Served served, List<RawMessage> sent) {
        var interpreter = served.bean(Interpreter.class);
        var events = new ArrayList<CanonicalEvent>();
        sent.forEach(message -> events.addAll(interpreter.interpret(message, Optional.empty())));
        assertThat(events)
                .filteredOn(event -> event.type() == EventType.DEAD_LETTER)
                .extracting(event -> event.body().get("class").toString())
                .contains("data_quality", "schema_drift", "policy_rejection")
                .doesNotContain("fault", "source_outage");
        assertThat(events)
                .extracting(CanonicalEvent::type)
                .contains(
                        EventType.DOCUMENT,
                        EventType.ORDER,
                        EventType.SHIPMENT,
                        EventType.SHIPMENT_MILESTONE,
                        EventType.STOCK_COUNT,
                        EventType.STOCK_MOVEMENT,
                        EventType.VISIBILITY_EVENT);
    }

    private static Credentials client(JsonNode entry) {
        return new Credentials(
                entry.get("client_id").asString(), entry.get("client_secret").asString());
    }

    private static int files() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/demo"))) {
            return (int) files.filter(Files::isRegularFile).count();
        }
    }

    private static List<RawMessage> messages(Plant plant) {
        var topic = plant.log().topics().rawExpress();
        var partitions =
                IntStream.range(0, plant.logSettings().rawPartitions())
                        .mapToObj(number -> new TopicPartition(topic, number))
                        .toList();
        var found = new ArrayList<RawMessage>();
        try (var consumer = plant.log().consumer("look", 1_000)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream().mapToLong(n -> n).sum();
            while (found.size() < end) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(raw -> found.add(RawRecords.read(Lane.EXPRESS, raw)));
            }
        }
        return found;
    }
}
