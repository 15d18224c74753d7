package dev.tidegate.operations.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.operations.Shop;
import dev.tidegate.testing.Served;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@Tag("slow")
class StreamTest {
    private static Shop shop;

    @BeforeAll
    static void open() {
        shop =
                Shop.open(
                        StreamTest.class,
                        Map.of(
                                "tidegate.stream.heartbeat", "3s",
                                "tidegate.stream.per-tenant-max", "3"));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    /** One event of a stream, as the HTML standard reads it. */
    private record Event(String id, String type, String data) {}

    /** A client of the stream. */
    private static final class Client implements AutoCloseable {
        private final InputStream body;
        private final BufferedReader lines;
        private final Queue<Event> cameFirst = new ArrayDeque<>();

        /** Where the server says that this client stands. */
        private String lastId = "";

        /** The last event that somebody asked this client for. */
        private String seenId = "";

        private Client(InputStream body) {
            this.body = body;
            this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        static Client of(String query, String lastEventId) {
            var answer = ask(query, lastEventId);
            assertThat(answer.statusCode()).isEqualTo(200);
            var client = new Client(answer.body());
            client.readUntilPlaced();
            return client;
        }

        private static HttpResponse<InputStream> ask(String query, String lastEventId) {
            var request = shop.served().request(shop.token(), "/v1/stream" + query).GET();
            if (!lastEventId.isEmpty()) {
                request.header("Last-Event-ID", lastEventId);
            }
            return shop.served().send(request, BodyHandlers.ofInputStream());
        }

        /** Until it is told where it stands: with facts that it missed, if there are any. */
        private void readUntilPlaced() {
            while (lastId.isEmpty()) {
                cameFirst.add(block());
            }
            cameFirst.removeIf(event -> event.data().isEmpty());
        }

        /** The next event that has data; blocks without only move the place. */
        Event next() {
            var event = cameFirst.isEmpty() ? block() : cameFirst.remove();
            if (event.data().isEmpty()) {
                return next();
            }
            seenId = event.id();
            return event;
        }

        List<String> take(int count) {
            var numbers = new ArrayList<String>();
            while (numbers.size() < count) {
                numbers.add(number(next()));
            }
            return numbers;
        }

        private Event block() {
            var type = "";
            var data = new StringBuilder();
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.isEmpty()) {
                        return new Event(lastId, type, data.toString());
                    } else if (line.startsWith("id: ")) {
                        lastId = line.substring(4);
                    } else if (line.startsWith("event: ")) {
                        type = line.substring(7);
                    } else if (line.startsWith("data: ")) {
                        data.append(line.substring(6));
                    }
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            throw new AssertionError("the stream ended");
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private static String number(Event event) {
        return Served.json(event.data()).get("data").get("number").asString();
    }

    private static void order(String number) {
        var answer =
                shop.post(
                        "/v1/orders",
                        """
                        {"number": "%s", "lines": [{"item": "S", "quantity": "1", "location": "MAIN"}]}"""
                                .formatted(number));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void tellsWhatHappensAsItHappens() throws Exception {
        try (var client = Client.of("?type=order_changed", "")) {
            order("live-1");

            var event = client.next();

            assertThat(event.type()).isEqualTo("order_changed");
            var fact = Served.json(event.data());
            assertThat(fact.get("type").asString()).isEqualTo("dev.tidegate.order.changed.v1");
            assertThat(fact.get("source").asString()).isEqualTo("urn:tidegate:acme");
            assertThat(fact.get("data").get("number").asString()).isEqualTo("live-1");
            assertThat(fact.get("data").get("wanted").get(0).get("quantity").asString())
                    .isEqualTo("1");
        }
    }

    @Test
    void goesOnWithoutGapOrRepetitionHoweverOftenAClientComesBack() throws Exception {
        var seen = new ArrayList<String>();
        var last = "";
        var sent = new ArrayList<String>();
        for (int round = 0; round < 4; round++) {
            try (var client = Client.of("?type=order_changed", last)) {
                for (int i = 0; i < 5; i++) {
                    var number = "gap-" + round + "-" + i;
                    order(number);
                    sent.add(number);
                }
                seen.addAll(client.take(3)); // and away before it has read the rest
                last = client.seenId;
            }
            order("away-" + round);
            sent.add("away-" + round);
        }
        try (var client = Client.of("?type=order_changed", last)) {
            seen.addAll(client.take(sent.size() - seen.size()));
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void tellsAClientWhereItStandsThoughNothingOfItsOwnHappens() throws Exception {
        try (var client = Client.of("?type=shipment_changed", "")) {
            var first = client.lastId;
            order("other-1");

            while (client.lastId.equals(first)) {
                client.block();
            }

            assertThat(client.lastId).isNotEqualTo(first);
        }
    }

    @Test
    void anothersFactsAreNotHeard() throws Exception {
        try (var client = Client.of("?type=order_changed", "")) {
            shop.postAsOther(
                    "/v1/orders",
                    """
                    {"number": "foreign", "lines": [{"item": "S", "quantity": "1", "location": "MAIN"}]}""");
            order("own");

            assertThat(number(client.next())).isEqualTo("own");
        }
    }

    @Test
    void aTenantHasSoManyStreamsAndNoMore() throws Exception {
        try (var one = Client.of("", "");
                var two = Client.of("", "");
                var three = Client.of("", "")) {
            var fourth = shop.get("/v1/stream");

            assertThat(fourth.statusCode()).isEqualTo(429);
            assertThat(fourth.headers().firstValue("Retry-After")).isPresent();
            assertThat(List.of(one.lastId, two.lastId, three.lastId)).doesNotContain("");
        }
    }

    @Test
    void whoLostItsConnectionTakesThePlaceOfItsFormerSelf() throws Exception {
        for (int i = 0; i < 7; i++) {
            Client.of("", "").close();
        }
    }

    @Test
    void aPositionThatIsNoneIsRefused() {
        var answer =
                shop.served()
                        .send(
                                shop.served()
                                        .request(shop.token(), "/v1/stream")
                                        .header("Last-Event-ID", "made-up")
                                        .GET());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(shop.get("/v1/stream?type=nonsense").statusCode()).isEqualTo(400);
    }
}
