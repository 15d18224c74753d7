package dev.tidegate.proof.walls;

import dev.tidegate.platform.web.Cursor;
import dev.tidegate.processing.Samples;
import dev.tidegate.testing.Served;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A tenant with one thing of everything, each with a mark in it that nobody else may ever see. */
final class Victim {
    /** Never part of a request: where another reads it, it leaked. */
    static final String MARK = "LEAKMARK";

    private static final String ACKNOWLEDGEMENT = "/v1/receipts/{receipt}/acknowledgement receipt";

    static final String TENANT = "victim";
    private static final String SOURCE = "victim-source";
    private static final String ABSENT_DEAD = "dl_999999999";
    private static final String MAPPING = "victim-mapping";

    private final Served served;
    private final String token;

    Victim(Served served, String token) {
        this.served = served;
        this.token = token;
    }

    /**
     * Sends one message of each kind, waits for their fates and tells what everything is called.
     */
    Names settle() {
        publish();
        draft();
        agree();
        new VictimSchemas(served, token).settle();
        var receipt = send(order("victim-so", 1, MARK));
        send(order("victim-po", 1, MARK).replace("\"sales\"", "\"purchase\""));
        send(movement());
        send(shipment());
        send(milestone());
        send(response());
        capture();
        var interchange = interchange();
        send("{\"type\":\"order\",\"number\":\"victim-dead\",\"note\":\"" + MARK + "\"}");
        awaitAllDone();
        return names(receipt)
                .with(ACKNOWLEDGEMENT, interchange, changed(interchange))
                .with("control_number", "1", "1");
    }

    private void publish() {
        expect(
                served.post(
                        token,
                        "/v1/mappings/" + MAPPING + "/versions",
                        "{\"expression\":" + quoted(template("json")) + "}"));
        expect(
                served.post(
                        token,
                        "/v1/mappings/to-json/versions",
                        "{\"expression\":" + quoted(template("outbound/json")) + "}"));
        expect(
                served.put(
                        token,
                        "/v1/sources/" + SOURCE,
                        "{\"adapter\":\"json\",\"mapping\":\"%s@1\",\"parameters\":{\"note\":\"%s\"}}"
                                .formatted(MAPPING, MARK)));
        expect(
                served.put(
                        token,
                        "/v1/mappings/" + MAPPING + "/cases/victim-case",
                        "{\"source\":\"%s\",\"content\":\"%s\",\"expected\":[{\"note\":\"%s\"}]}"
                                .formatted(SOURCE, MARK, MARK)));
    }

    /** An answer to it names the sender. */
    private String interchange() {
        expect(
                served.post(
                        token,
                        "/v1/mappings/victim-x12/versions",
                        "{\"expression\":" + quoted(template("x12")) + "}"));
        expect(
                served.put(
                        token,
                        "/v1/sources/victim-x12",
                        "{\"adapter\":\"x12\",\"mapping\":\"victim-x12@1\"}"));
        var told = Samples.X12_ORDER.replace("BUYER   ", MARK).replace("*BUYER*", "*" + MARK + "*");
        var answer = served.post(token, "/v1/sources/victim-x12/messages", told);
        expect(answer);
        return Served.json(answer).path("receipt").asString();
    }

    /** All that is sent departs from it, and goes on. */
    private void agree() {
        expect(
                served.post(
                        token,
                        "/v1/sources/" + SOURCE + "/contracts",
                        """
                        {"note":"%1$s","documents":[{"name":"%1$s","fields":[{"path":"/type","presence":"optional",
                         "shape":"text","classification":"internal"}]}]}"""
                                .formatted(MARK)));
    }

    private void draft() {
        expect(
                served.post(
                        token,
                        "/v1/code-lists/" + MAPPING + "/versions",
                        "{\"codes\":{\"A\":\"%s\"}}".formatted(MARK)));
        for (int i = 0; i < 2; i++) {
            expect(
                    served.post(
                            token,
                            "/v1/mappings/" + MAPPING + "/versions",
                            "{\"expression\":\"'%s'\",\"state\":\"draft\"}".formatted(MARK)));
        }
    }

    /** Both tenants have a source of the name that captures go to. */
    private void capture() {
        readsEpcis(served, token);
        expect(
                served.send(
                        served.request(token, "/epcis/v2/capture")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(packed()))));
    }

    static void readsEpcis(Served served, String of) {
        expect(
                served.post(
                        of,
                        "/v1/mappings/epcis/versions",
                        "{\"expression\":" + quoted(template("epcis")) + "}"));
        expect(
                served.put(
                        of,
                        "/v1/sources/epcis",
                        "{\"adapter\":\"epcis\",\"mapping\":\"epcis@1\"}"));
    }

    private static String packed() {
        return """
        {"type":"AggregationEvent","eventID":"victim-epcis","eventTime":"2026-11-24T10:00:00Z","eventTimeZoneOffset":"+00:00",
         "action":"ADD","bizStep":"packing","disposition":"active","parentID":"urn:x:victim-parent","childEPCs":["urn:x:victim"],
         "readPoint":{"id":"urn:x:victim-read"},"bizLocation":{"id":"urn:x:victim-place"},"https://x.example/note":"%s"}
        """
                .formatted(MARK);
    }

    private String send(String text) {
        var answer =
                served.send(
                        served.request(token, "/v1/sources/" + SOURCE + "/messages")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(text)));
        expect(answer);
        return Served.json(answer).path("receipt").asString();
    }

    private void awaitAllDone() {
        Awaitility.await("the victim's messages have their fates")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                get("/v1/accounting").path("pending").asLong(-1) == 0
                                        && get("/v1/accounting").path("dead").asLong() > 0);
    }

    private Names names(String receipt) {
        var order = get("/v1/orders?number=victim-so").path("items").path(0);
        var shipment = get("/v1/shipments?number=victim-sh").path("items").path(0);
        var document = get("/v1/documents?number=victim-doc").path("items").path(0);
        var dead = get("/v1/dead-letters").path("items").path(0).path("id").asString();
        var names = new Names();
        names.with("source", SOURCE, "absent-source");
        names.with("name", MAPPING, "absent-mapping").with("version", "1", "1");
        names.with("draft", "2", "2").with("candidate", "3", "3");
        names.with("caseName", "victim-case", "absent-case");
        names.with("latestOnly", "true", "true").with("adapter", "json", "json");
        names.with("case", "victim-case", "absent-case").with("index", "0", "0");
        var mapping = "/console/mappings/{name}";
        names.with(mapping + "/difference from", "1", "1");
        names.with(mapping + "/difference to", "1", "1");
        names.with(mapping + "/studio/rehearsal number", "1", "2");
        names.with("/console/schemas/subject from", "1", "1");
        names.with("/console/schemas/subject to", "1", "1");
        names.with("/v1/code-lists/{name}/versions/{version}/difference from", "1", "1");
        names.with("encoding", "utf-8", "utf-8").with("layout", "a 1 1", "a 1 1");
        names.with("sheets", "victim", "absent").with("header_row", "1", "1");
        names.with("fill", "victim", "absent");
        names.with("receipt", receipt, changed(receipt));
        names.with("number", "victim-so", "absent-so").with("key", "victim-so", "absent-so");
        names.with("kind", "sales", "sales").with("status", "open", "open");
        names.with("partner", "victim-partner", "absent-partner");
        names.with("item", "victim-item", "absent-item");
        names.with("location", "victim-place", "absent-place");
        names.with("order", "victim-so", "absent-so").with("direction", "outbound", "outbound");
        names.with("type", "order", "order").with("fate", "applied", "applied");
        names.with("/v1/documents type", "order_response", "order_response");
        names.with("/v1/shipments status", "shipped", "shipped");
        names.with("/v1/dead-letters fate", "dead", "dead");
        names.with("/v1/dead-letters/groups fate", "dead", "dead");
        names.with("state", "open", "open").with("class", "data_quality", "data_quality");
        names.with("code", "missing_field", "missing_field").with("text", "victim", "absent");
        names.with("truth", "operational", "operational").with("limit", "5", "5");
        names.with("from", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z");
        names.with("to", "2027-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
        names.with("new_number", "victim-new", "absent-new").with("dead_letter", dead, ABSENT_DEAD);
        ids(names, "orders", text(order, "id"), changed(text(order, "id")), "", "/cancel");
        ids(names, "shipments", text(shipment, "id"), changed(text(shipment, "id")), "");
        ids(names, "documents", text(document, "id"), changed(text(document, "id")), "");
        ids(names, "dead-letters", dead, ABSENT_DEAD, "", "/preview", "/reprocess", "/discard");
        var finding = get("/v1/findings").path("items").path(0).path("id").asString();
        ids(names, "findings", finding, "999999999", "", "/close");
        names.with("/v1/findings kind", "undeclared_field", "undeclared_field");
        names.with("severity", "note", "note").with("why", "not ours", "not ours");
        names.with("/v1/sources/{source}/blast-radius path", "/type", "/type");
        visibility(names);
        names.with("path", "BENCHMARKS", "BENCHMARKS").with("q", "victim", "absent");
        names.with("since", "7d", "7d");
        names.with("cursor", cursor(), cursor());
        VictimSchemas.names(names);
        return names;
    }

    private static void visibility(Names names) {
        names.with("eventID", "victim-epcis", "absent-epcis");
        names.with("EQ_eventID", "victim-epcis", "absent-epcis");
        names.with("MATCH_epc", "urn:x:victim", "urn:x:absent");
        names.with("MATCH_anyEPC", "urn:x:victim", "urn:x:absent");
        names.with("MATCH_parentID", "urn:x:victim-parent", "urn:x:absent-parent");
        names.with("EQ_readPoint", "urn:x:victim-read", "urn:x:absent-read");
        names.with("EQ_bizLocation", "urn:x:victim-place", "urn:x:absent-place");
        names.with("EQ_bizStep", "packing", "packing").with("EQ_action", "ADD", "ADD");
        names.with("EQ_disposition", "active", "active");
        names.with("eventType", "AggregationEvent", "AggregationEvent");
        for (var bound : List.of("GE_eventTime", "GE_recordTime")) {
            names.with(bound, "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z");
        }
        for (var bound : List.of("LT_eventTime", "LT_recordTime")) {
            names.with(bound, "2036-01-01T00:00:00Z", "2036-01-01T00:00:00Z");
        }
        names.with("EXISTS_errorDeclaration", "true", "true").with("perPage", "5", "5");
        var token = Cursor.of(4_000_000_000_000_000L, "victim-epcis", "event").text();
        names.with("nextPageToken", token, token);
    }

    /** Of the API's endpoints and of the console's pages. */
    private static void ids(
            Names names, String things, String victims, String missing, String... ends) {
        for (var root : List.of("/v1/", "/console/")) {
            for (var end : ends) {
                names.with(root + things + "/{id}" + end + " id", victims, missing);
            }
        }
    }

    /** The victim's own place in its own list. */
    private String cursor() {
        return get("/v1/events?limit=1").path("next").asString("");
    }

    private static String changed(String text) {
        int at = text.length() / 2;
        char other = text.charAt(at) == 'A' ? 'B' : 'A';
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private JsonNode get(String path) {
        var answer = served.get(token, path);
        expect(answer);
        return Served.json(answer);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString();
    }

    private static void expect(java.net.http.HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.request() + " is answered " + answer.body());
        }
    }

    static String order(String number, long version, String customer) {
        return """
        {"type":"order","kind":"sales","number":"%s","version":%d,"status":"open",
         "partner":{"code":"victim-partner","name":"%s"},"ordered_at":"2026-11-24T09:30:00Z",
         "lines":[{"line":"1","item":"victim-item","quantity":"2","location":"victim-place","description":"%s"}]}
        """
                .formatted(number, version, customer, customer);
    }

    private static String movement() {
        return """
        {"type":"stock_movement","number":"victim-mv","kind":"receipt","item":"victim-item","lot":"%s",
         "location":"victim-place","quantity":"9","occurred_at":"2026-11-24T08:00:00Z"}
        """
                .formatted(MARK);
    }

    private static String shipment() {
        return """
        {"type":"shipment","number":"victim-sh","version":1,"direction":"outbound","status":"shipped",
         "carrier":"%s","from_location":"victim-place","shipped_at":"2026-11-24T10:00:00Z",
         "lines":[{"line":"1","item":"victim-item","quantity":"1","order_number":"victim-so"}]}
        """
                .formatted(MARK);
    }

    private static String milestone() {
        return """
        {"type":"shipment_milestone","shipment":"victim-sh","code":"departed",
         "occurred_at":"2026-11-24T11:00:00Z","note":"%s"}
        """
                .formatted(MARK);
    }

    private static String response() {
        return """
        {"type":"order_response","number":"victim-doc","order_kind":"sales","order_number":"victim-so",
         "version":1,"status":"accepted","partner":{"code":"victim-partner","name":"%s"},
         "responded_at":"2026-11-24T09:40:00Z",
         "lines":[{"line":"1","item":"victim-item","status":"accepted","quantity":"2","unit":"EA"}]}
        """
                .formatted(MARK);
    }

    private static String template(String name) {
        try (var in = Victim.class.getResourceAsStream("/mappings/" + name + ".jsonata")) {
            return new String(
                    java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String text) {
        return tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(text);
    }
}
