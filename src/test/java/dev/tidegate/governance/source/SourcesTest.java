package dev.tidegate.governance.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.Role;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static Plant plant;
    private static Served served;
    private static String acme;
    private static String globex;

    @BeforeAll
    static void serve() {
        plant = Plant.open(SourcesTest.class);
        served = Served.on(plant, EnumSet.of(Role.API), Map.of());
        acme = served.token(served.client("acme", "acme", "mappings:write"));
        globex = served.token(served.client("globex", "globex", "mappings:write"));
    }

    @AfterAll
    static void close() {
        served.close();
        plant.close();
    }

    @Test
    void aMappingIsPublishedOnceAndAFixIsTheNextVersion() {
        assertStatus(publish(acme, "shop", "$"), 201);
        assertStatus(publish(acme, "shop", "$"), 200);
        var second = publish(acme, "shop", "{\\\"type\\\":\\\"order\\\"}");
        assertStatus(second, 201);
        assertThat(second.headers().firstValue("Location"))
                .contains("/v1/mappings/shop/versions/2");

        var versions = Served.json(served.get(acme, "/v1/mappings/shop/versions?limit=1"));
        assertThat(versions.get("items").get(0).get("version").asInt()).isEqualTo(2);
        var next = versions.get("next").asString();
        var rest = Served.json(served.get(acme, "/v1/mappings/shop/versions?cursor=" + next));
        assertThat(rest.get("items").get(0).get("expression").asString()).isEqualTo("$");
        assertThat(rest.get("next").isNull()).isTrue();
        assertStatus(served.get(globex, "/v1/mappings/shop/versions/1"), 404);
    }

    @Test
    void aSourceIsReadAsItWasWrittenAndCanBeWrittenBack() {
        assertStatus(publish(acme, "edi", "$"), 201);
        var wanted =
                """
                {"adapter":"x12","mapping":"edi","strictness":"strict","dedupe_key":"message_id",
                 "contract":{"types":["order"],"required_fields":["BEG"]},
                 "parameters":{"location":"BER-1"},"freshness_objective":"PT5M"}
                """;
        assertStatus(served.put(acme, "/v1/sources/edi", wanted), 201);

        var read = served.get(acme, "/v1/sources/edi");
        var source = Served.json(read);
        assertThat(source.get("mapping").asString()).isEqualTo("edi@1");
        assertThat(source.get("adapter").asString()).isEqualTo("x12");
        assertThat(source.get("contract").get("types").get(0).asString()).isEqualTo("order");
        assertThat(source.get("freshness_objective").asString()).isEqualTo("PT5M");
        assertThat(source.get("changed_by").asString()).isEqualTo("acme");
        assertStatus(served.put(acme, "/v1/sources/edi", read.body()), 200);
        assertStatus(served.get(globex, "/v1/sources/edi"), 404);

        var definition =
                served.bean(SourceCatalog.class)
                        .find(new TenantId("acme"), new SourceId("edi"))
                        .orElseThrow();
        assertThat(definition.parameters()).containsEntry("location", "BER-1");
        assertThat(definition.dedupeKey()).contains("message_id");
    }

    @Test
    void anExpressionThatDoesNotCompileIsNotPublished() {
        var broken = publish(acme, "broken", "{\\\"type\\\": (");

        assertStatus(broken, 422);
        assertThat(Served.json(broken).get("code").asString())
                .isEqualTo("expression_does_not_compile");
        assertStatus(served.get(acme, "/v1/mappings/broken/versions/1"), 404);
    }

    @Test
    void whatCannotBeUsedIsToldWithItsPlace() {
        assertStatus(publish(acme, "ok", "$"), 201);
        assertPlace("{\"mapping\":\"ok\",\"adapter\":\"fax\"}", "invalid_field", "/adapter");
        assertPlace("{\"mapping\":\"none\",\"adapter\":\"json\"}", "unknown_mapping", "/mapping");
        assertPlace("{\"mapping\":\"ok@9\",\"adapter\":\"json\"}", "unknown_mapping", "/mapping");
        assertPlace(
                "{\"mapping\":\"ok\",\"adapter\":\"json\",\"contract\":{\"types\":[\"order\",\"x\"]}}",
                "invalid_field",
                "/contract/types/1");
        assertPlace(
                "{\"mapping\":\"ok\",\"adapter\":\"json\",\"source\":\"other\"}",
                "invalid_field",
                "/source");
    }

    @Test
    void everyChangeLeavesItsRecordAndOneThatFailsLeavesNone() {
        assertStatus(publish(acme, "audited", "$"), 201);
        assertStatus(put("audited", "{\"mapping\":\"audited\",\"adapter\":\"csv\"}"), 201);
        assertStatus(put("audited", "{\"mapping\":\"gone\",\"adapter\":\"csv\"}"), 422);

        var records =
                plant.database()
                        .readTenant(
                                new TenantId("acme"),
                                jdbc ->
                                        jdbc.sql(
                                                        "select action || ' ' || target || ' ' || principal || ' ' || length(trace) from governance.audit where target like 'audited%' order by id")
                                                .query(String.class)
                                                .list());
        assertThat(records)
                .containsExactly("mapping.publish audited@1 acme 32", "source.put audited acme 32");
    }

    @Test
    void aChangeInAnotherProcessIsSeenWithinASecond() {
        assertStatus(publish(acme, "elsewhere", "$"), 201);
        assertStatus(put("elsewhere", "{\"mapping\":\"elsewhere\",\"adapter\":\"csv\"}"), 201);
        try (var other = new SourceTable(plant.database())) {
            var key = new SourceId("elsewhere");
            assertThat(other.find(new TenantId("acme"), key)).isPresent();

            assertStatus(put("elsewhere", "{\"mapping\":\"elsewhere\",\"adapter\":\"json\"}"), 200);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(1))
                    .until(
                            () ->
                                    other.find(new TenantId("acme"), key).orElseThrow().adapter()
                                            == SourceDefinition.Adapter.JSON);
            assertThat(other.find(new TenantId("acme"), "elsewhere", 1)).isPresent();
            assertThat(other.find(new TenantId("globex"), "elsewhere", 1)).isEmpty();
        }
    }

    private static HttpResponse<String> publish(String token, String name, String expression) {
        return served.post(
                token,
                "/v1/mappings/" + name + "/versions",
                "{\"expression\":\"" + expression + "\"}");
    }

    private static HttpResponse<String> put(String source, String body) {
        return served.put(acme, "/v1/sources/" + source, body);
    }

    private static void assertStatus(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private static void assertPlace(String body, String code, String pointer) {
        var answer = put("bad", body);
        assertStatus(answer, 422);
        assertThat(Served.json(answer).get("code").asString()).isEqualTo(code);
        assertThat(Served.json(answer).get("errors").get(0).get("pointer").asString())
                .isEqualTo(pointer);
    }
}
