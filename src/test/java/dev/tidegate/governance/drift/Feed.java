package dev.tidegate.governance.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.operations.Shop;
import dev.tidegate.testing.Served;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A source that sends orders, and whoever looks after it. */
final class Feed {
    static final int BEFORE = 12;
    static final String MAPPING =
            """
            {"type": "order", "version": version, "body": {"kind": kind, "number": number,
              "ordered_at": ordered_at, "requested_on": requested_on, "partner": {"name": customer},
              "lines": [lines.{"item": item, "quantity": quantity, "location": location}]}}""";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Shop shop;
    private final String source;
    private final List<String> receipts = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();

    /** Twelve orders have come by it, and what they look like is agreed. */
    Feed(Shop shop, String source) {
        this.shop = shop;
        this.source = source;
        publish(MAPPING);
        for (int i = 0; i < BEFORE; i++) {
            send(List.of(order(source + "-" + i)));
        }
        settle();
        accept(learned());
    }

    static ObjectNode order(String number) {
        return (ObjectNode)
                JSON.readTree(
                        """
                        {"type": "order", "kind": "sales", "number": "%s", "version": 1,
                         "ordered_at": "2026-11-24T10:00:00Z", "requested_on": "2026-11-27",
                         "priority": "N", "priority_text": "normal", "customer": "Ada Weber",
                         "lines": [{"line": "1", "item": "A", "quantity": "2", "uom": "EA", "location": "MAIN"},
                                   {"line": "2", "item": "B", "quantity": "5", "uom": "EA", "location": "MAIN"}]}"""
                                .formatted(number));
    }

    void publish(String expression) {
        var body = JSON.createObjectNode().put("expression", expression);
        assertThat(shop.post("/v1/mappings/" + source + "/versions", body.toString()).statusCode())
                .isBetween(200, 201);
        var put =
                shop.served()
                        .put(
                                shop.token(),
                                "/v1/sources/" + source,
                                "{\"adapter\": \"json\", \"mapping\": \"" + source + "\"}");
        assertThat(put.statusCode()).as(put.body()).isBetween(200, 201);
    }

    void send(List<ObjectNode> orders) {
        orders.forEach(order -> numbers.add(order.path("number").asString()));
        receipts.add(shop.send(source, "application/json", JSON.writeValueAsString(orders)));
    }

    /** Three messages, in each the changed order between two that are as agreed. */
    void plant(UnaryOperator<ObjectNode> change) {
        for (int i = 0; i < 3; i++) {
            String number = source + "-p" + i;
            send(
                    List.of(
                            order(number + "a"),
                            change.apply(order(number + "x")),
                            order(number + "b")));
        }
        settle();
    }

    void settle() {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                receipts.stream()
                                        .allMatch(
                                                one ->
                                                        shop.read("/v1/receipts/" + one)
                                                                .path("state")
                                                                .asString()
                                                                .equals("done")));
    }

    ObjectNode learned() {
        var answer = shop.post("/v1/sources/" + source + "/contracts", "{\"learn\": {}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var told = (ObjectNode) Served.json(answer);
        told.path("documents").forEach(document -> meant((ObjectNode) document));
        return told;
    }

    /** What a person adds to a draft: what its fields mean. */
    private static void meant(ObjectNode document) {
        for (JsonNode one : document.path("fields")) {
            var field = (ObjectNode) one;
            switch (field.path("shape").asString()) {
                case "object", "list" -> {}
                case "integer", "decimal" -> {
                    if (!field.has("units")) {
                        field.putArray("units").add("none");
                    }
                    classify(field);
                }
                default -> classify(field);
            }
            for (JsonNode code : field.path("codes")) {
                if (code.path("meaning").asString("").isEmpty()) {
                    ((ObjectNode) code).put("meaning", "agreed on the telephone");
                }
            }
            if (field.path("path").asString().equals("/priority") && !field.has("companion")) {
                field.put("companion", "/priority_text");
                ((ObjectNode) field.path("codes").get(0)).putArray("says").add("Normal");
            }
        }
    }

    private static void classify(ObjectNode field) {
        if (!field.has("classification")) {
            field.put(
                    "classification",
                    field.path("path").asString().equals("/customer") ? "personal" : "internal");
        }
    }

    int accept(JsonNode learned) {
        var body = JSON.createObjectNode().put("note", "as agreed");
        body.set("documents", learned.path("documents"));
        var answer = shop.post("/v1/sources/" + source + "/contracts", body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return Served.json(answer).path("version").asInt();
    }

    static ObjectNode field(JsonNode contract, String path) {
        for (JsonNode document : contract.path("documents")) {
            for (JsonNode field : document.path("fields")) {
                if (field.path("path").asString().equals(path)) {
                    return (ObjectNode) field;
                }
            }
        }
        throw new AssertionError("no " + path + " in " + contract);
    }

    List<JsonNode> findings(String state) {
        var found = new ArrayList<JsonNode>();
        shop.read("/v1/findings?source=" + source + "&state=" + state)
                .path("items")
                .forEach(found::add);
        return found;
    }

    void close(long finding, Map<String, Object> fix) {
        var answer = shop.post("/v1/findings/" + finding + "/close", JSON.writeValueAsString(fix));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    void reprocess(String code) {
        var answer =
                shop.post(
                        "/v1/reprocessings",
                        "{\"filter\": {\"source\": \"%s\", \"class\": \"schema_drift\", \"code\": \"%s\"}}"
                                .formatted(source, code));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        await().atMost(Duration.ofSeconds(30)).until(() -> deadLetters().isEmpty());
    }

    List<JsonNode> deadLetters() {
        var found = new ArrayList<JsonNode>();
        for (String state : List.of("open", "reprocessing")) {
            shop.read("/v1/dead-letters?source=" + source + "&state=" + state)
                    .path("items")
                    .forEach(found::add);
        }
        return found;
    }

    /** Of all orders that were sent, those that anybody who asks by number finds. */
    List<String> applied() {
        return numbers.stream().filter(number -> !orders(number).isEmpty()).toList();
    }

    JsonNode orders(String number) {
        return shop.read("/v1/orders?number=" + number).path("items");
    }

    JsonNode order1(String number) {
        var id = orders(number).get(0).path("id").asString();
        return shop.read("/v1/orders/" + id);
    }

    JsonNode accounting() {
        return shop.read("/v1/accounting?source=" + source);
    }

    List<String> sent() {
        return numbers;
    }
}
