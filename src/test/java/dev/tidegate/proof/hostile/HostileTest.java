package dev.tidegate.proof.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.proof.outside.Door;
import dev.tidegate.proof.outside.Message;
import dev.tidegate.proof.works.Memory;
import dev.tidegate.proof.works.Works;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * One server of a small heap, attacked by one tenant; after each attack a neighbour's message takes
 * effect, and the server is the same process, no larger than before.
 */
@Tag("slow")
class HostileTest {
    private static final int PATIENCE_S = 60;
    private static final long RESIDENT_MAX = 1_100L << 20;
    private static final String PATH = "/v1/sources/%s/messages";

    @TempDir static Path folder;
    private static Works works;
    private static Door attacker;
    private static Door neighbour;
    private static long server;
    private static final AtomicInteger ORDERS = new AtomicInteger();

    @BeforeAll
    static void start() throws IOException {
        works = Works.at(folder.resolve("home")).options("-Xmx384m", "-XX:+ExitOnOutOfMemoryError");
        Files.writeString(
                works.home().resolve("tidegate.properties"),
                "tidegate.ingestion.body-timeout=3s\ntidegate.ingestion.upload-timeout=20s\n");
        works.startAndAwait();
        server = works.serverPid().orElseThrow();
        attacker = works.door("acme");
        neighbour = works.door("globex");
        for (String adapter : List.of("json", "csv", "x12")) {
            attacker.makeSource(adapter, adapter);
        }
        neighbour.makeSource("json", "json");
    }

    @AfterAll
    static void stop() {
        works.close();
    }

    @AfterEach
    void neighboursNoticeNothing() {
        assertThat(works.serverPid()).as("the same process").contains(server);
        var number = "SO-" + ORDERS.incrementAndGet();
        var answer =
                neighbour.post(
                        PATH.formatted("json"),
                        "application/json",
                        Payloads.order(number).getBytes());
        assertThat(answer.orElseThrow().status()).isEqualTo(202);
        var receipt = answer.get().json().path("receipt").asString();
        assertThat(fates(neighbour, receipt)).containsExactly("applied");
        assertThat(Memory.resident(server)).as("resident bytes").isLessThan(RESIDENT_MAX);
    }

    static Stream<Attack> payloads() {
        return Payloads.all();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void aClearAnswerOrADeadLetterWithItsPlace(Attack attack) {
        assertThatIsAnsweredClearly(attack);
    }

    @Test
    void anInterchangeCutAtAnyByteIsNeverTakenForWhole() {
        Payloads.truncations().parallel().forEach(HostileTest::assertThatIsAnsweredClearly);
    }

    @Test
    void noiseOfEveryContentTypeIsAnsweredClearly() {
        Payloads.noise(1, 150).parallel().forEach(HostileTest::assertThatIsAnsweredClearly);
    }

    private static void assertThatIsAnsweredClearly(Attack attack) {
        var request =
                attacker.request(PATH.formatted(attack.source()))
                        .header("Content-Type", attack.contentType())
                        .POST(BodyPublishers.ofByteArray(attack.body()));
        if (!attack.encoding().isEmpty()) {
            request.header("Content-Encoding", attack.encoding());
        }
        var answer = attacker.send(request);
        assertThat(answer).as("%s is answered", attack).isPresent();
        if (answer.get().status() == 202) {
            receipts(answer.get().json())
                    .forEach(receipt -> assertThatEachEntryIsExplained(attack, receipt));
        } else {
            assertThat(answer.get().status()).as("%s", attack).isBetween(400, 499);
            assertThat(answer.get().json().path("code").asString(""))
                    .as("%s: %s", attack, answer.get().text())
                    .matches("[a-z0-9_]+");
        }
    }

    private static void assertThatEachEntryIsExplained(Attack attack, String receipt) {
        var status = awaitDone(attacker, receipt);
        assertThat(status.path("events").size()).as("%s: %s", attack, status).isPositive();
        for (JsonNode event : status.path("events")) {
            if (event.path("fate").asString().equals("dead")) {
                assertThat(event.path("class").asString(""))
                        .as("%s: %s", attack, event)
                        .isIn("schema_drift", "data_quality", "policy_rejection");
                assertThat(event.path("code").asString("")).as("%s", event).isNotBlank();
                assertThat(event.path("ref").asString("")).as("%s", event).isNotNull();
            }
        }
    }

    private static Stream<String> receipts(JsonNode answer) {
        return answer.has("receipts")
                ? answer.path("receipts")
                        .valueStream()
                        .limit(20)
                        .map(one -> one.path("receipt").asString(one.asString("")))
                : Stream.of(answer.path("receipt").asString());
    }

    private static List<String> fates(Door door, String receipt) {
        return awaitDone(door, receipt)
                .path("events")
                .valueStream()
                .map(event -> event.path("fate").asString())
                .toList();
    }

    private static JsonNode awaitDone(Door door, String receipt) {
        return Awaitility.await("the fate of " + receipt)
                .atMost(Duration.ofSeconds(PATIENCE_S))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () ->
                                door.get("/v1/receipts/" + receipt)
                                        .map(Door.Answer::json)
                                        .orElseThrow(),
                        status -> status.path("state").asString("").equals("done"));
    }

    @Test
    void aGigabyteIsRefusedBeforeItHasCome() throws IOException {
        try (var wire = Wire.to(port())) {
            wire.send(head("json", "Content-Length: 1073741824"));
            var megabyte = new byte[1 << 20];
            int sent = 0;
            while (sent < 1024 && wire.send(megabyte)) {
                sent++;
            }
            assertThat(wire.status()).isIn(413, 0);
            assertThat(sent).as("megabytes taken").isLessThan(1024);
        }
    }

    @Test
    void aBodyWithoutEndIsRefusedAtItsBound() throws IOException {
        try (var wire = Wire.to(port())) {
            wire.send(head("json", "Transfer-Encoding: chunked"));
            var chunk = ("100000\r\n" + "x".repeat(1 << 20) + "\r\n").getBytes();
            int sent = 0;
            while (sent < 1024 && wire.send(chunk)) {
                sent++;
            }
            assertThat(wire.status()).isIn(413, 0);
            assertThat(sent).as("megabytes taken").isLessThan(1024);
        }
    }

    @Test
    void clientsThatNeverFinishTheirHeadersHoldUpNobody() throws IOException {
        var wires = Wire.many(port(), 300);
        for (Wire wire : wires) {
            wire.send("POST /v1/sources/json/messages HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        }
        neighboursNoticeNothing();
        for (Wire wire : wires) {
            wire.close();
        }
    }

    @Test
    void clientsThatTrickleTheirBodyAreSentAway() throws IOException {
        var wires = Wire.many(port(), 60);
        for (Wire wire : wires) {
            wire.send(head("json", "Content-Length: 1000") + "{");
        }
        neighboursNoticeNothing();
        for (Wire wire : wires) {
            assertThat(wire.status()).as("after the body's time is over").isIn(408, 503, 0);
            wire.close();
        }
    }

    @Test
    void aFloodOfHeadersIsRefused() throws IOException {
        try (var wire = Wire.to(port())) {
            wire.send("GET /v1/sources HTTP/1.1\r\nHost: x\r\n" + "X-A: b\r\n".repeat(100_000));
            assertThat(wire.status()).isIn(431, 400, 0);
        }
        try (var wire = Wire.to(port())) {
            wire.send(
                    "GET /v1/sources HTTP/1.1\r\nHost: x\r\nX-A: "
                            + "b".repeat(1 << 20)
                            + "\r\n\r\n");
            assertThat(wire.status()).isIn(431, 400, 0);
        }
        try (var wire = Wire.to(port())) {
            wire.send("GET /" + "a".repeat(1 << 20) + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(wire.status()).isIn(414, 431, 400, 0);
        }
    }

    static Stream<String> broken() {
        return Stream.of(
                "GET\r\n\r\n",
                "\u0000\u0001\u0002\u0003\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /docs/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/orders?number=%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /oauth2/token HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n",
                "POST /oauth2/token HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenRequestsAreRefused(String request) throws IOException {
        try (var wire = Wire.to(port())) {
            wire.send(request);
            assertThat(wire.status())
                    .as(request)
                    .isIn(0, 400, 401, 404, 405, 411, 413, 414, 501, 505);
        }
    }

    @Test
    void whatHidesInAMappingIsBoundedToo() {
        for (String expression :
                List.of(
                        "($f := function($x) { $f($x + 1) }; $f(1))",
                        "$match(type & 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /(a+)+\\1b/)",
                        "/(a+)+\\1b/(type & 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')",
                        "[1..9999999]",
                        "$reduce([1..100000], function($a, $b) { $a & 'xxxxxxxxxxxxxxxx' }, '')")) {
            attacker.makeSource("bomb", "json", expression);
            assertThatIsAnsweredClearly(
                    Attack.of(
                            expression, "bomb", "application/json", "{\"type\":\"a\"}".getBytes()));
        }
    }

    /** Bytes of the attacker's are kept as they came, whatever they are. */
    @Test
    void hostileBytesComeBackAsTheyCame() {
        var bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        var answer =
                attacker.post(PATH.formatted("csv"), "application/octet-stream", bytes)
                        .orElseThrow();
        var receipt = answer.json().path("receipt").asString();
        var raw = attacker.get("/v1/receipts/" + receipt + "/raw").orElseThrow();

        assertThat(Message.sha256(raw.body())).isEqualTo(Message.sha256(bytes));
    }

    private static String head(String source, String lengthHeader) {
        return "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n%s\r\n\r\n"
                .formatted(PATH.formatted(source), attacker.token().orElseThrow(), lengthHeader);
    }

    private static int port() {
        return java.net.URI.create(works.url()).getPort();
    }
}
