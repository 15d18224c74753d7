package dev.tidegate.processing.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.Role;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A stranger's file becomes orders without a line of code: sample, draft, golden case, source. */
class OnboardingPathTest {
    private static final byte[] SAMPLE =
            """
            Bestellnummer;Bestelldatum;Lieferantennr;Pos;Artikelnummer;Menge;ME;Einzelpreis;W\u00e4hrung
            NP-4711;24.11.2026;L-77;10;NP-LAMPE;12,5;ST;9,95;EUR
            NP-4711;24.11.2026;L-77;20;NP-TISCH;3;ST;119,40;EUR
            NP-4712;24.11.2026;L-77;10;NP-LAMPE;1;ST;9,95;EUR
            """
                    .getBytes(Charset.forName("windows-1252"));
    private static final String SUGGESTIONS = "/v1/mappings/suggestions";

    private static Plant plant;
    private static Served served;
    private static String token;

    @BeforeAll
    static void open() {
        plant = Plant.open(OnboardingPathTest.class);
        served = Served.on(plant, EnumSet.allOf(Role.class), Map.of());
        token =
                served.token(
                        served.client(
                                "acme-onboards",
                                "acme",
                                "mappings:write",
                                "ingest:write",
                                "orders:read"));
    }

    @AfterAll
    static void close() {
        served.close();
        plant.close();
    }

    @Test
    void leadsFromASampleToOrders() {
        var open = Served.json(suggest("", SAMPLE));
        assertThat(open.path("holes"))
                .extracting(hole -> hole.path("field").asString())
                .containsExactly("/kind", "/version");

        var draft = Served.json(suggest("?fill=kind%3Dpurchase&fill=version%3D1", SAMPLE));
        assertThat(draft.path("holes")).isEmpty();
        var tried = post("/v1/mappings/trials", trial(draft));
        assertThat(tried.path("passed").asBoolean()).isTrue();
        assertThat(tried.path("lint")).isEmpty();
        assertThat(tried.path("events")).isEqualTo(draft.path("events"));

        publish(draft, tried.path("events"));

        var sent =
                served.send(
                        served.request(token, "/v1/sources/newcomer/messages")
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofByteArray(SAMPLE)));
        assertThat(sent.statusCode()).isEqualTo(202);
        var order =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> orders("NP-4711"), found -> !found.isEmpty())
                        .get(0);
        assertThat(order.path("kind").asString()).isEqualTo("purchase");
        assertThat(order.path("lines")).hasSize(2);
    }

    private static void publish(JsonNode draft, JsonNode golden) {
        var expression = JsonNodeFactory.instance.objectNode();
        expression.set("expression", draft.path("expression"));
        assertThat(post("/v1/mappings/newcomer/versions", expression).path("version").asInt())
                .isEqualTo(1);
        var source = JsonNodeFactory.instance.objectNode().put("mapping", "newcomer@1");
        source.set("adapter", draft.path("adapter"));
        source.set("parameters", draft.path("parameters"));
        assertThat(served.put(token, "/v1/sources/newcomer", source.toString()).statusCode())
                .isEqualTo(201);
        var kept = JsonNodeFactory.instance.objectNode().put("source", "newcomer");
        kept.put("content_base64", Base64.getEncoder().encodeToString(SAMPLE));
        kept.set("expected", golden);
        assertThat(
                        served.put(token, "/v1/mappings/newcomer/cases/sample", kept.toString())
                                .statusCode())
                .isEqualTo(200);
        assertThat(
                        post(
                                        "/v1/mappings/newcomer/versions/1/test",
                                        JsonNodeFactory.instance.objectNode())
                                .path("passed")
                                .asBoolean())
                .isTrue();
    }

    private static JsonNode trial(JsonNode draft) {
        var wanted = JsonNodeFactory.instance.objectNode();
        wanted.set("adapter", draft.path("adapter"));
        wanted.set("parameters", draft.path("parameters"));
        wanted.set("expression", draft.path("expression"));
        wanted.put("content_base64", Base64.getEncoder().encodeToString(SAMPLE));
        return wanted;
    }

    @Test
    void saysWhatIsWrongWithAWish() {
        assertThat(code(suggest("?type=invoice", SAMPLE))).isEqualTo("invalid_parameter");
        assertThat(code(suggest("?fill=kind", SAMPLE))).isEqualTo("invalid_field");
        assertThat(code(suggest("?fill=kind%3Dbarter", SAMPLE))).isEqualTo("invalid_field");
        assertThat(code(suggest("?encoding=ebcdic", SAMPLE))).isEqualTo("unreadable_sample");
        assertThat(code(suggest("", new byte[300_000]))).isEqualTo("sample_too_large");
        assertThat(code(suggest("?colour=red", SAMPLE))).isEqualTo("unknown_parameter");
        var broken =
                served.post(
                        token,
                        "/v1/mappings/trials",
                        "{\"adapter\":\"csv\",\"expression\":\"{\",\"content\":\"a\"}");
        assertThat(code(broken)).isEqualTo("expression_does_not_compile");
    }

    private static HttpResponse<String> suggest(String query, byte[] sample) {
        return served.send(
                served.request(token, SUGGESTIONS + query)
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofByteArray(sample)));
    }

    private static JsonNode orders(String number) {
        return Served.json(served.get(token, "/v1/orders?number=" + number)).path("items");
    }

    private static JsonNode post(String path, JsonNode body) {
        var answer = served.post(token, path, JsonMapper.shared().writeValueAsString(body));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return Served.json(answer);
    }

    private static String code(HttpResponse<String> answer) {
        return Served.json(answer).path("code").asString();
    }
}
