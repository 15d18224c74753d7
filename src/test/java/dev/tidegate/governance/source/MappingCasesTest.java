package dev.tidegate.governance.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.Role;
import dev.tidegate.processing.Samples;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MappingCasesTest {
    private static final String PLAIN = "{'type': type, 'version': version, 'body': $}";
    private static final String OTHER_CURRENCY =
            "{'type': type, 'version': version, 'body': $merge([$, {'currency': 'CHF'}])}";

    private static Plant plant;
    private static Served served;
    private static String token;

    @BeforeAll
    static void open() {
        plant = Plant.open(MappingCasesTest.class);
        served = Served.on(plant, Set.of(Role.API), Map.of());
        token = served.token(served.client("acme-cases", "acme", "mappings:write"));
        publish("json", PLAIN);
        served.put(token, "/v1/sources/json", "{\"adapter\":\"json\",\"mapping\":\"json@1\"}");
    }

    @AfterAll
    static void close() {
        served.close();
        plant.close();
    }

    @Test
    void aVersionThatBreaksACaseIsNotPublishedAndToldWhere() {
        publish("guarded", PLAIN);
        var kept =
                keep("guarded", "order", Map.of("source", "json", "content", Samples.JSON_ORDER));
        assertThat(Served.json(kept).at("/expected/0/body/currency").asString()).isEqualTo("EUR");

        var refused = publish("guarded", OTHER_CURRENCY);

        assertThat(refused.statusCode()).isEqualTo(422);
        var problem = Served.json(refused);
        assertThat(problem.path("code").asString()).isEqualTo("golden_case_fails");
        assertThat(problem.at("/errors/0/pointer").asString())
                .isEqualTo("/cases/order/0/body/currency");
        assertThat(problem.at("/errors/0/detail").asString()).contains("EUR", "CHF");
        assertThat(publish("guarded", " " + PLAIN).statusCode()).isEqualTo(201);
    }

    @Test
    void aCaseThatExpectsADeadLetterGuardsThatToo() {
        publish("strict", PLAIN);
        keep("strict", "nonsense", Map.of("source", "json", "content", "{\"type\":\"nonsense\"}"));

        var refused =
                publish(
                        "strict",
                        "{'type': 'document', 'body': {'kind': 'other', 'number': '1', 'issued_at': '2026-11-24'}}");

        assertThat(refused.statusCode()).isEqualTo(422);
    }

    @Test
    void whatIsMeantToChangeIsTheNewCase() {
        publish("moved", PLAIN);
        keep("moved", "order", Map.of("source", "json", "content", Samples.JSON_ORDER));
        var tried = test("moved", 1, Map.of());
        assertThat(Served.json(tried).path("passed").asBoolean()).isTrue();
        assertThat(Served.json(tried).at("/cases/0/name").asString()).isEqualTo("order");

        assertThat(
                        served.send(
                                        served.request(token, "/v1/mappings/moved/cases/order")
                                                .DELETE())
                                .statusCode())
                .isEqualTo(204);
        assertThat(publish("moved", OTHER_CURRENCY).statusCode()).isEqualTo(201);
        assertThat(served.get(token, "/v1/mappings/moved/cases/order").statusCode()).isEqualTo(404);
    }

    @Test
    void aVersionIsTriedOnAnyBytesAsTheSourceWouldReadThem() {
        publish("tried", PLAIN);
        var good =
                Served.json(
                        test("tried", 1, Map.of("source", "json", "content", Samples.JSON_ORDER)));
        var base64 = Base64.getEncoder().encodeToString("{\"a\":".getBytes(StandardCharsets.UTF_8));
        var bad = Served.json(test("tried", 1, Map.of("source", "json", "content_base64", base64)));

        assertThat(good.path("passed").asBoolean()).isTrue();
        assertThat(good.at("/events/0/key").asString()).isEqualTo("SO-1001");
        assertThat(bad.path("passed").asBoolean()).isFalse();
        assertThat(bad.at("/events/0/body/code").asString()).isEqualTo("malformed_json");
        assertThat(bad.at("/events/0/body/place").asString()).contains("column");
    }

    @Test
    void whatCantBeTriedIsTheCallersMistake() {
        publish("mistaken", PLAIN);

        assertThat(test("mistaken", 9, Map.of()).statusCode()).isEqualTo(404);
        assertThat(test("mistaken", 1, Map.of("source", "json")).statusCode()).isEqualTo(422);
        assertThat(test("mistaken", 1, Map.of("content", "{}")).statusCode()).isEqualTo(422);
        assertThat(test("mistaken", 1, Map.of("source", "none", "content", "{}")).statusCode())
                .isEqualTo(404);
        assertThat(
                        test("mistaken", 1, Map.of("source", "json", "content_base64", "*"))
                                .statusCode())
                .isEqualTo(422);
        assertThat(keep("unheard-of", "a", Map.of("source", "json", "content", "{}")).statusCode())
                .isEqualTo(404);
        assertThat(keep("mistaken", "..", Map.of("source", "json", "content", "{}")).statusCode())
                .isBetween(400, 404);
    }

    private static HttpResponse<String> publish(String mapping, String expression) {
        return served.post(
                token,
                "/v1/mappings/" + mapping + "/versions",
                json(Map.of("expression", expression)));
    }

    private static HttpResponse<String> keep(String mapping, String name, Map<String, ?> wanted) {
        return served.put(token, "/v1/mappings/" + mapping + "/cases/" + name, json(wanted));
    }

    private static HttpResponse<String> test(String mapping, int version, Map<String, ?> trial) {
        return served.post(
                token, "/v1/mappings/" + mapping + "/versions/" + version + "/test", json(trial));
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
