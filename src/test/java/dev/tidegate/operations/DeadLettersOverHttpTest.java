package dev.tidegate.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.testing.Served;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersOverHttpTest {
    private static final String PLAIN = "{'type': type, 'version': version, 'body': $}";
    private static final String MENDED =
            "{'type': type, 'version': version, 'body': $merge([$, {'lines': [lines.$merge([$, {'quantity':"
                    + " quantity = 'many' ? '7' : quantity}])]}])}";

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open(DeadLettersOverHttpTest.class);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    /** A source of its own, so that a mended mapping mends no other test's letters. */
    private static void source(String name, String expression) {
        var published =
                shop.post(
                        "/v1/mappings/" + name + "/versions",
                        "{\"expression\": \"" + expression + "\"}");
        assertThat(published.statusCode()).as(published.body()).isBetween(200, 201);
        var put =
                shop.served()
                        .put(
                                shop.token(),
                                "/v1/sources/" + name,
                                "{\"adapter\": \"json\", \"mapping\": \"" + name + "\"}");
        assertThat(put.statusCode()).as(put.body()).isBetween(200, 201);
    }

    private static String order(String number, String quantity) {
        return """
                {"type": "order", "version": 1, "kind": "sales", "number": "%s",
                 "ordered_at": "2026-11-24T10:00:00Z",
                 "lines": [{"item": "A", "quantity": "%s", "location": "MAIN"}]}"""
                .formatted(number, quantity);
    }

    private static String sendAndWait(String source, String body) {
        var receipt = shop.send(source, "application/json", body);
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                shop.read("/v1/receipts/" + receipt)
                                        .get("state")
                                        .asString()
                                        .equals("done"));
        return receipt;
    }

    private static String deadLetter(String source) {
        var found = shop.read("/v1/dead-letters?source=" + source).get("items");
        assertThat(found).hasSize(1);
        return found.get(0).get("id").asString();
    }

    @Test
    void aDeadLetterSaysWhatIsWrongAndWhere() {
        source("says", PLAIN);
        var receipt = sendAndWait("says", order("DL-1", "many"));

        var event = shop.read("/v1/receipts/" + receipt).get("events").get(0);
        var letter = shop.read("/v1/dead-letters/" + deadLetter("says"));

        assertThat(event.get("fate").asString()).isEqualTo("dead");
        assertThat(event.get("class").asString()).isEqualTo("data_quality");
        assertThat(event.get("dead_letter").asString()).isEqualTo(letter.get("id").asString());
        assertThat(letter.get("code").asString()).isEqualTo(event.get("code").asString());
        assertThat(letter.get("receipt").asString()).isEqualTo(receipt);
        assertThat(letter.get("excerpt").get("text").asString()).contains("many");
        assertThat(letter.get("next_step").asString()).isNotEmpty();
    }

    @Test
    void lettersOfOneCauseAreOneGroup() {
        source("group", PLAIN);
        for (int i = 0; i < 3; i++) {
            sendAndWait("group", order("DG-" + i, "many"));
        }

        var groups = shop.read("/v1/dead-letters/groups").get("items");

        assertThat(groups)
                .filteredOn(group -> group.get("source").asString().equals("group"))
                .singleElement()
                .satisfies(
                        group -> {
                            assertThat(group.get("count").asInt()).isEqualTo(3);
                            assertThat(group.get("newest").get("key").asString()).isNotEmpty();
                        });
        assertThat(shop.read("/v1/dead-letters/groups?key=DG-1").get("items"))
                .singleElement()
                .satisfies(group -> assertThat(group.get("count").asInt()).isEqualTo(1));
    }

    @Test
    void aDryRunTellsWhatWouldBecomeAndDoesNothing() {
        source("dry", PLAIN);
        sendAndWait("dry", order("DD-1", "many"));
        var request = "{\"ids\": [\"" + deadLetter("dry") + "\"], \"dry_run\": true}";

        var before = Served.json(shop.post("/v1/reprocessings", request));
        source("dry", MENDED);
        var after = Served.json(shop.post("/v1/reprocessings", request));

        assertThat(before.get("fates").get("dead").asInt()).isEqualTo(1);
        assertThat(after.get("fates").get("applied").asInt()).isEqualTo(1);
        assertThat(after.get("items").get(0).get("after").get(0).get("type").asString())
                .isEqualTo("order");
        assertThat(shop.read("/v1/orders?number=DD-1").get("items")).isEmpty();
        assertThat(deadLetter("dry")).isNotEmpty();
    }

    @Test
    void aMendedMappingBringsTheDeadBack() {
        source("mend", PLAIN);
        var receipt = sendAndWait("mend", order("DM-1", "many"));
        var id = deadLetter("mend");
        source("mend", MENDED);

        var answer =
                shop.post("/v1/reprocessings", "again-1", "{\"filter\": {\"source\": \"mend\"}}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(Served.json(answer).get("accepted").asInt()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !shop.read("/v1/orders?number=DM-1").get("items").isEmpty());
        var event = shop.read("/v1/receipts/" + receipt).get("events").get(0);
        assertThat(event.get("fate").asString()).isEqualTo("applied");
        assertThat(event.get("attempt").asInt()).isEqualTo(1);
        assertThat(shop.read("/v1/dead-letters/" + id).get("state").asString())
                .isEqualTo("resolved");
        var trace = shop.read("/v1/receipts/" + receipt + "/trace").get("entries").get(0);
        assertThat(trace.get("mapping").asString()).isEqualTo("mend@2");
        assertThat(trace.get("canonical").get("same").asBoolean()).isTrue();
        var again =
                shop.post("/v1/reprocessings", "again-1", "{\"filter\": {\"source\": \"mend\"}}");
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    }

    @Test
    void whatIsDiscardedIsLetGoOf() {
        source("drop", PLAIN);
        sendAndWait("drop", order("DX-1", "many"));
        var id = deadLetter("drop");

        var answer = shop.post("/v1/dead-letters/" + id + "/discard", "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(shop.read("/v1/dead-letters?source=drop").get("items")).isEmpty();
        assertThat(shop.read("/v1/dead-letters/" + id).get("state").asString())
                .isEqualTo("discarded");
    }

    @Test
    void anothersLettersAreNotFound() {
        source("mine", PLAIN);
        sendAndWait("mine", order("DO-1", "many"));
        var id = deadLetter("mine");

        assertThat(shop.getAsOther("/v1/dead-letters/" + id).statusCode()).isEqualTo(404);
        assertThat(shop.postAsOther("/v1/dead-letters/" + id + "/discard", "").statusCode())
                .isEqualTo(404);
        assertThat(
                        shop.postAsOther(
                                        "/v1/reprocessings",
                                        "{\"ids\": [\"" + id + "\"], \"dry_run\": true}")
                                .statusCode())
                .isEqualTo(404);
        assertThat(Served.json(shop.getAsOther("/v1/dead-letters?state=any")).get("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "state", "fate"})
    void aMisspeltValueOfAFilterIsRefusedWithItsPlaceAndTheValuesThereAre(String name) {
        var answer = shop.post("/v1/reprocessings", "{\"filter\": {\"" + name + "\": \"opne\"}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/filter/" + name).contains("It is one of ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"ids\": [\"x\"], \"filter\": {}}",
                "{\"ids\": [\"1 or 1=1\"]}",
                "{\"ids\": [\"dl_999999999\"]}",
                "{\"ids\": [null]}",
                "{\"filter\": {\"code\": \"a\\u0000b\"}}"
            })
    void aRequestThatMeansNothingIsRefused(String body) {
        assertThat(shop.post("/v1/reprocessings", body).statusCode()).isBetween(400, 422);
    }
}
