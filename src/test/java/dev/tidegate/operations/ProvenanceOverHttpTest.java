package dev.tidegate.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.testing.Served;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where fields came from, asked of a receipt and of a trial. */
class ProvenanceOverHttpTest {
    private static final String LINES = "item,quantity\nGRÖSSE-1,12\nB-2,\"3\"\n";

    private static Shop shop;
    private static String receipt;

    @BeforeAll
    static void open() {
        shop = Shop.open(ProvenanceOverHttpTest.class);
        publish(
                "{'type': 'stock_movement', 'version': 1, 'body': {'number': item & '/' & $ref, 'kind': 'receipt',"
                        + " 'item': item, 'location': 'MAIN', 'quantity': $decimal(quantity),"
                        + " 'occurred_at': '2026-11-24T10:00:00Z'}}");
        var put =
                shop.served()
                        .put(
                                shop.token(),
                                "/v1/sources/counted",
                                "{\"adapter\": \"csv\", \"mapping\": \"counted@1\"}");
        assertThat(put.statusCode()).as(put.body()).isBetween(200, 201);
        receipt = shop.send("counted", "text/csv", LINES);
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                shop.read("/v1/receipts/" + receipt)
                                        .get("state")
                                        .asString()
                                        .equals("done"));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static void publish(String expression) {
        var published =
                shop.post(
                        "/v1/mappings/counted/versions",
                        "{\"expression\": \"" + expression + "\"}");
        assertThat(published.statusCode()).as(published.body()).isBetween(200, 201);
    }

    @Test
    void anEntrysFieldsAreFoundInTheBytesOfItsMessage() {
        var quantity =
                field(shop.read("/v1/receipts/" + receipt + "/provenance?index=1"), "/quantity");
        var place = quantity.at("/from/0");

        assertThat(place.get("place").asString()).isEqualTo("row:3 column \"quantity\"");
        assertThat(place.get("text").asString()).isEqualTo("\"3\"");
        assertThat(cut(place)).isEqualTo("\"3\"");
    }

    @Test
    void anEntryIsFollowedThroughTheVersionThatReadIt() {
        publish("{'type': 'stock_movement', 'body': {'number': 'another mapping'}}");

        var item = field(shop.read("/v1/receipts/" + receipt + "/provenance"), "/item");

        assertThat(cut(item.at("/from/0"))).isEqualTo("GRÖSSE-1");
    }

    @Test
    void aTrialTellsItWhereItIsAskedTo() {
        String trial =
                "{\"source\": \"counted\", \"content\": \"item,quantity\\nA-9,4\\n\", \"provenance\": %s}";
        var told =
                Served.json(
                        shop.post("/v1/mappings/counted/versions/1/test", trial.formatted(true)));
        var silent =
                Served.json(
                        shop.post("/v1/mappings/counted/versions/1/test", trial.formatted(false)));

        assertThat(field(told.at("/events/0/provenance"), "/item").at("/from/0/text").asString())
                .isEqualTo("A-9");
        assertThat(field(told.at("/events/0/provenance"), "/location").get("from")).isEmpty();
        assertThat(silent.at("/events/0").has("provenance")).isFalse();
    }

    @Test
    void anotherTenantAndAnotherEntryFindNothing() {
        assertThat(shop.getAsOther("/v1/receipts/" + receipt + "/provenance").statusCode())
                .isEqualTo(404);
        assertThat(shop.get("/v1/receipts/" + receipt + "/provenance?index=9").statusCode())
                .isEqualTo(404);
    }

    private static JsonNode field(JsonNode fields, String pointer) {
        return fields.valueStream()
                .filter(field -> field.get("pointer").asString().equals(pointer))
                .findFirst()
                .orElseThrow();
    }

    private static String cut(JsonNode place) {
        int offset = place.get("offset").asInt();
        byte[] bytes = LINES.getBytes(StandardCharsets.UTF_8);
        return new String(
                Arrays.copyOfRange(bytes, offset, offset + place.get("length").asInt()),
                StandardCharsets.UTF_8);
    }
}
