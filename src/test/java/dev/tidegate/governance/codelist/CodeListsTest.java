package dev.tidegate.governance.codelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.Role;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A list is a tenant's own, and a mapping reads it in the version it was published with. */
class CodeListsTest {
    private static Plant plant;
    private static Served served;
    private static String token;

    @BeforeAll
    static void open() {
        plant = Plant.open(CodeListsTest.class);
        served = Served.on(plant, Set.of(Role.API), Map.of());
        token = client("acme");
    }

    @AfterAll
    static void close() {
        served.close();
        plant.close();
    }

    @Test
    void everyTenantBeginsWithTheShippedListsAsVersionOne() {
        var lists = get("/v1/code-lists?limit=500").path("items");

        assertThat(lists.size()).isGreaterThanOrEqualTo(ShippedLists.ALL.size());
        var first = get("/v1/code-lists/edifact-rec24/versions/1");
        assertThat(first.path("author").asString()).isEqualTo("tidegate");
        assertThat(first.path("codes").findValuesAsString("code")).contains("1", "113", "365");
        assertThat(first.path("codes").findValuesAsString("note")).contains("Delivery, completed");
    }

    @Test
    void aMappingReadsTheVersionItWasPublishedWith() {
        publish("stages", "{\"codes\":{\"A\":\"open\",\"B\":\"open\"}}");
        String reading = "{\"expression\":\"$code('stages', code)\"}";
        var bound = post("/v1/mappings/stages/versions", reading, 201);
        assertThat(bound.at("/code_lists/stages").asInt()).isEqualTo(1);
        assertThat(bound.path("code_lists").size()).isEqualTo(1);

        publish("stages", "{\"codes\":{\"A\":\"cancelled\",\"C\":\"open\"}}");
        assertThat(get("/v1/mappings/stages/versions/1").at("/code_lists/stages").asInt())
                .isEqualTo(1);
        var next = post("/v1/mappings/stages/versions", reading, 201);
        assertThat(next.path("version").asInt()).isEqualTo(2);
        assertThat(next.at("/code_lists/stages").asInt()).isEqualTo(2);
        post("/v1/mappings/stages/versions", reading, 200);
        var asked =
                post(
                        "/v1/mappings/stages/versions",
                        "{\"expression\":\"$code('stages', code)\",\"code_lists\":{\"stages\":1}}",
                        201);
        assertThat(asked.at("/code_lists/stages").asInt()).isEqualTo(1);
    }

    @Test
    void aDifferenceTellsWhichCodesWereRepurposed() {
        publish("turns", "{\"codes\":{\"A\":\"open\",\"B\":\"open\",\"D\":\"open\"}}");
        publish(
                "turns",
                "{\"codes\":{\"A\":\"cancelled\",\"C\":\"open\",\"D\":{\"meaning\":\"open\",\"note\":\"as agreed\"}}}");

        var difference = get("/v1/code-lists/turns/versions/2/difference");
        assertThat(difference.at("/added/0/code").asString()).isEqualTo("C");
        assertThat(difference.at("/removed/0/code").asString()).isEqualTo("B");
        assertThat(difference.at("/changed/0/before/meaning").asString()).isEqualTo("open");
        assertThat(difference.at("/changed/0/after/meaning").asString()).isEqualTo("cancelled");
        assertThat(difference.at("/changed/0/repurposed").asBoolean()).isTrue();
        assertThat(difference.at("/changed/1/repurposed").asBoolean()).isFalse();
    }

    @Test
    void aVersionWhoseDayHasNotComeIsBoundToNoMapping() {
        publish("later", "{\"codes\":{\"A\":\"open\"}}");
        publish("later", "{\"codes\":{\"A\":\"closed\"},\"valid_from\":\"2999-01-01\"}");

        var bound =
                post(
                        "/v1/mappings/later/versions",
                        "{\"expression\":\"$code('later', code)\"}",
                        201);
        assertThat(bound.at("/code_lists/later").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsPublishedAgainIsNoNextVersion() {
        publish("again", "{\"codes\":{\"B\":\"b\",\"A\":\"a\"}}");
        var again =
                post("/v1/code-lists/again/versions", "{\"codes\":{\"B\":\"b\",\"A\":\"a\"}}", 200);
        assertThat(again.path("version").asInt()).isEqualTo(1);
    }

    /** Of several codes that mean the same the first goes out, so the order says something. */
    @Test
    void anotherOrderIsAnotherVersion() {
        publish("order", "{\"codes\":{\"B\":\"b\",\"A\":\"a\"}}");
        var other =
                post("/v1/code-lists/order/versions", "{\"codes\":{\"A\":\"a\",\"B\":\"b\"}}", 201);
        assertThat(other.at("/codes/0/code").asString()).isEqualTo("A");
    }

    @Test
    void anExpressionThatNamesNoListIsRefused() {
        var refused =
                post(
                        "/v1/mappings/nameless/versions",
                        "{\"expression\":\"$code('no-such', code)\"}",
                        422);
        assertThat(refused.path("code").asString()).isEqualTo("unknown_code_list");
        assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/expression");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /codes",
                "{\"codes\":[]} | /codes",
                "{\"codes\":{}} | /codes",
                "{\"codes\":{\"A\":1}} | /codes/A",
                "{\"codes\":{\"A/B\":{}}} | /codes/A~1B",
                "{\"codes\":{\" A\":\"a\"}} | /codes/ A"
            })
    void aListThatIsNoneIsRefusedAtItsPlace(String body, String pointer) {
        var refused = post("/v1/code-lists/bad/versions", body, 422);
        assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    private static void publish(String name, String body) {
        post("/v1/code-lists/" + name + "/versions", body, 201);
    }

    private static JsonNode post(String path, String body, int status) {
        var answer = served.post(token, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static JsonNode get(String path) {
        var answer = served.get(token, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Served.json(answer);
    }

    private static String client(String tenant) {
        return served.token(
                served.client(tenant + "-codes", tenant, "mappings:read", "mappings:write"));
    }
}
