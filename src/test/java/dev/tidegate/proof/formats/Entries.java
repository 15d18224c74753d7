package dev.tidegate.proof.formats;

import dev.tidegate.proof.outside.Door;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A tenant's side of the door: what is sent, what its receipts say, what can be found. */
record Entries(Door door) {
    private static final Duration FATE_TIMEOUT = Duration.ofSeconds(60);
    private static final List<String> OWN_SCHEMAS =
            List.of("order_response", "invoice", "acknowledgement");
    private static final Duration POLL = Duration.ofMillis(20);

    /** One entry of a receipt. */
    record Entry(
            String ref, String type, String key, String fate, String failureClass, String code) {
        static Entry of(JsonNode event) {
            return new Entry(
                    event.path("ref").asString(""),
                    event.path("type").asString(""),
                    event.path("key").asString(""),
                    event.path("fate").asString(""),
                    event.path("class").asString(""),
                    event.path("code").asString(""));
        }

        boolean isFound() {
            return fate.equals("applied") || fate.equals("duplicate") || fate.equals("stale");
        }
    }

    /** Sends the bytes and waits until every entry of them has a fate. */
    List<Entry> send(String source, byte[] bytes) {
        var answer =
                door.post("/v1/sources/" + source + "/messages", "application/octet-stream", bytes)
                        .orElseThrow();
        if (answer.status() != 202) {
            throw new AssertionError(source + ": " + answer.status() + " " + answer.text());
        }
        String receipt = answer.json().path("receipt").asString();
        Awaitility.await()
                .pollInterval(POLL)
                .atMost(FATE_TIMEOUT)
                .until(() -> page(receipt, "").path("state").asString().equals("done"));
        var entries = new ArrayList<Entry>();
        String cursor = "";
        do {
            var page = page(receipt, cursor);
            page.path("events").forEach(event -> entries.add(Entry.of(event)));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return entries;
    }

    private JsonNode page(String receipt, String cursor) {
        String query = "?limit=500" + (cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor));
        return door.get("/v1/receipts/" + receipt + query).orElseThrow().json();
    }

    /** Whether the API knows what the entry speaks of, by its business key. */
    boolean find(Entry entry) {
        String key = encoded(entry.key());
        String query =
                switch (entry.type()) {
                    case "order" -> "/v1/orders?number=" + key;
                    case "shipment", "shipment_milestone" -> "/v1/shipments?number=" + key;
                    case "order_response" -> "/v1/documents?type=order_response&order=" + key;
                    case "invoice", "acknowledgement" ->
                            "/v1/documents?type=" + entry.type() + "&number=" + key;
                    case "document" -> "/v1/documents?number=" + key;
                    case "visibility_event" -> "/epcis/v2/events?EQ_eventID=" + key;
                    default -> "/v1/events?fate=applied&key=" + key;
                };
        var items = door.get(query).orElseThrow().json();
        if (entry.type().equals("document")) {
            return items.path("items").valueStream().anyMatch(Entries::isOfAKind);
        }
        return !items.path("items").isEmpty()
                || !items.at("/epcisBody/queryResults/resultsBody/eventList").isEmpty();
    }

    /** Whether it is a canonical document, whose type is its kind, and none with its own schema. */
    private static boolean isOfAKind(JsonNode document) {
        return !OWN_SCHEMAS.contains(document.path("type").asString(""));
    }

    String stateHash() {
        return door.get("/v1/state-hash").orElseThrow().text();
    }

    JsonNode accounting() {
        return door.get("/v1/accounting").orElseThrow().json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
