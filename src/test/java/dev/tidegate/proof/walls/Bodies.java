package dev.tidegate.proof.walls;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is sent to each endpoint that takes a body; {@code ${...}} names the victim's things. */
final class Bodies {
    private static final String JSON = "application/json";
    private static final String SCHEMA = "{\"schema\":\"\\\"string\\\"\"}";
    private static final Map<String, Body> ALL = new HashMap<>();

    record Body(String contentType, String text) {}

    static {
        json("PUT /v1/sources/{source}", "{\"adapter\":\"json\",\"mapping\":\"${name}@1\"}");
        json("POST /v1/sources/{source}/contracts", "{\"learn\":{}}");
        json("POST /v1/findings/{id}/close", "{\"why\":\"not ours\"}");
        json("POST /v1/sources/{source}/rehearsals", "{\"expression\":\"$\"}");
        json("POST /v1/renderings", "{\"receipt\":\"${receipt}\",\"as\":\"json\"}");
        json(
                "PUT /v1/mappings/{name}/cases/{caseName}",
                "{\"source\":\"${source}\",\"content\":\"{}\",\"expected\":[]}");
        json(
                "POST /v1/mappings/{name}/versions/{version}/test",
                "{\"source\":\"${source}\",\"content\":\"{}\"}");
        json(
                "POST /v1/mappings/suggestions",
                "{\"orderNumber\":\"${number}\",\"orderDate\":\"2026-11-24\",\"sku\":\"${item}\"}");
        json(
                "POST /v1/mappings/trials",
                "{\"adapter\":\"json\",\"expression\":\"$\",\"content\":\"{}\"}");
        json("POST /v1/mappings/{name}/versions", "{\"expression\":\"$\"}");
        json("PUT /v1/mappings/{name}/versions/{draft}", "{\"expression\":\"$\"}");
        json("PUT /v1/mappings/{name}/review", "{\"required\":true}");
        json("POST /v1/mappings/{name}/versions/{candidate}/publish", "");
        json("POST /v1/mappings/lint", "{\"expression\":\"$\"}");
        json(
                "POST /v1/sources/{source}/messages",
                """
                {"type":"order","kind":"sales","number":"${number}","version":9,"status":"cancelled",
                 "ordered_at":"2026-11-24T09:30:00Z","lines":[{"line":"1","item":"${item}","quantity":"1"}]}
                """);
        json(
                "POST /v1/orders",
                """
                {"kind":"sales","number":"${new_number}","ordered_at":"2026-11-24T09:30:00Z",
                 "lines":[{"item":"${item}","quantity":"1","location":"${location}"}]}
                """);
        json("POST /v1/orders/{id}/cancel", "{}");
        json(
                "POST /v1/inventory/adjustments",
                "{\"item\":\"${item}\",\"location\":\"${location}\",\"quantity\":\"5\",\"reason\":\"found\"}");
        json(
                "POST /v1/inventory/transfers",
                "{\"item\":\"${item}\",\"from\":\"${location}\",\"to\":\"elsewhere\",\"quantity\":\"1\"}");
        json(
                "POST /v1/inventory/counts",
                "{\"item\":\"${item}\",\"location\":\"${location}\",\"quantity\":\"5\"}");
        json("POST /v1/reprocessings", "{\"ids\":[\"${dead_letter}\"]}");
        json(
                "POST /epcis/v2/capture",
                """
                {"type":"ObjectEvent","eventID":"${EQ_eventID}","eventTime":"2026-11-24T10:00:00Z",
                 "eventTimeZoneOffset":"+00:00","action":"OBSERVE","epcList":["${MATCH_epc}"],"bizStep":"receiving"}
                """);
        json("POST /v1/dead-letters/{id}/discard", "{\"reason\":\"not ours\"}");
        var registry = "/v1/schema-registry";
        json("POST " + registry + "/subjects/{subject}", SCHEMA);
        json("POST " + registry + "/subjects/{subject}/versions", SCHEMA);
        json("POST " + registry + "/compatibility/subjects/{subject}/versions", SCHEMA);
        json("POST " + registry + "/compatibility/subjects/{subject}/versions/{version}", SCHEMA);
        for (var end : new String[] {"", "/{subject}"}) {
            json("PUT " + registry + "/config" + end, "{\"compatibility\":\"BACKWARD\"}");
            json("PUT " + registry + "/mode" + end, "{\"mode\":\"READWRITE\"}");
        }
    }

    private Bodies() {}

    private static void json(String endpoint, String text) {
        ALL.put(endpoint, new Body(JSON, text));
    }

    static Optional<Body> of(Endpoint endpoint) {
        if (endpoint.method().equals("GET") || endpoint.method().equals("DELETE")) {
            return Optional.empty();
        }
        var body = ALL.get(endpoint.name());
        if (body == null) {
            throw new AssertionError(
                    "no rule says what to send to " + endpoint + ": add it to Bodies");
        }
        return Optional.of(body);
    }
}
