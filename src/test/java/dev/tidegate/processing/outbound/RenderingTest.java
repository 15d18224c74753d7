package dev.tidegate.processing.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.Role;
import dev.tidegate.governance.demo.StartingMappings;
import dev.tidegate.processing.Samples;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /v1/renderings}, of what was really sent. */
class RenderingTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static Plant plant;
    private static Served served;
    private static String token;
    private static String order;
    private static String mixed;

    @BeforeAll
    static void open() {
        plant = Plant.open(RenderingTest.class);
        served = Served.on(plant, Set.of(Role.API), Map.of());
        token =
                served.token(
                        served.client(
                                "acme-renders",
                                "acme",
                                "ingest:write",
                                "mappings:read",
                                "mappings:write"));
        publish("x12", StartingMappings.text("x12"));
        publish("json", StartingMappings.text("json"));
        publish("to-ubl", StartingMappings.text("outbound/ubl"));
        publish("to-json", StartingMappings.text("outbound/json"));
        publish("to-nowhere", "{'format': 'carrier pigeon', 'tree': {}}");
        publish("to-odd", "{'format': 'xml', 'root': 'Order', 'tree': {'Lines': [{'a b': '1'}]}}");
        publish("to-moment", "{'format': 'json', 'tree': {'at': $at, 'whose': $tenant}}");
        source("x12", "x12");
        source("json", "json");
        order = send("x12", Samples.X12_ORDER);
        mixed = send("json", "[" + Samples.JSON_ORDER + ",{\"type\":\"nonsense\"}]");
    }

    @AfterAll
    static void close() {
        served.close();
        plant.close();
    }

    @Test
    void whatAMessageBecameIsRenderedByTheNewestVersion() {
        var answer = render("{\"receipt\":\"%s\",\"as\":\"ubl\"}".formatted(order));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/xml");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment");
        assertThat(answer.headers().firstValue("Tidegate-Mapping")).contains("to-ubl@1");
        assertThat(answer.headers().firstValue("Tidegate-Format")).contains("xml");
        assertThat(answer.body())
                .contains("<cbc:ID>PO-1001</cbc:ID>", "urn:oasis:names:specification:ubl");
    }

    @Test
    void oneEntryIsNamedByItsIndexAndOneThatIsDeadIsNotRendered() {
        var first = render("{\"receipt\":\"%s\",\"index\":0,\"as\":\"json\"}".formatted(mixed));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(JSON.readTree(first.body()).path("number").asString()).isEqualTo("SO-1001");

        for (String which : new String[] {"\"index\":1,", ""}) {
            var dead = render("{\"receipt\":\"%s\",%s\"as\":\"json\"}".formatted(mixed, which));
            assertThat(dead.statusCode()).isEqualTo(422);
            var problem = JSON.readTree(dead.body());
            assertThat(problem.path("code").asString()).isEqualTo("not_rendered");
            assertThat(problem.path("cause").asString()).isEqualTo("unsupported_type");
            assertThat(problem.path("class").asString()).isEqualTo("schema_drift");
        }
        var none = render("{\"receipt\":\"%s\",\"index\":2,\"as\":\"json\"}".formatted(mixed));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("/index", "2 entries");
    }

    @Test
    void anEventThatIsToldIsCheckedByItsSchema() {
        var good =
                render(
                        """
                        {"as": "json", "event": {"type": "stock_count", "number": "C-1", "item": "A",
                          "location": "DC1", "quantity": "1.50", "counted_at": "2026-11-24T18:00:00Z"}}
                        """);
        assertThat(good.statusCode()).as(good.body()).isEqualTo(200);
        assertThat(JSON.readTree(good.body()).path("quantity").asString()).isEqualTo("1.5");

        var bad =
                render(
                        """
                        {"as": "json", "event": {"type": "stock_count", "number": "C-1", "item": "A",
                          "location": "DC1", "quantity": "many", "counted_at": "2026-11-24T18:00:00Z"}}
                        """);
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(bad.body()).at("/errors/0/pointer").asString())
                .isEqualTo("/event/quantity");
    }

    @Test
    void whatCanNotBeWrittenNamesItsPlaceInTheTree() {
        var odd = render("{\"receipt\":\"%s\",\"mapping\":\"to-odd\"}".formatted(order));
        assertThat(odd.statusCode()).isEqualTo(422);
        var problem = JSON.readTree(odd.body());
        assertThat(problem.path("cause").asString()).isEqualTo("unwritable");
        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/tree/Lines/0/a b");

        var nowhere = render("{\"receipt\":\"%s\",\"mapping\":\"to-nowhere\"}".formatted(order));
        assertThat(nowhere.statusCode()).isEqualTo(422);
        assertThat(nowhere.body()).contains("unknown_format", "/format", "carrier pigeon");

        var unknown = render("{\"receipt\":\"%s\",\"mapping\":\"to-mars@9\"}".formatted(order));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("unknown_mapping", "to-mars@9");
    }

    @Test
    void whenItIsMadeAndByWhichVersionItIsReadCanBeTold() {
        var told =
                render(
                        "{\"receipt\":\"%s\",\"mapping\":\"to-moment@1\",\"read_by\":\"x12@1\",\"created_at\":\"2026-01-02T03:04:05Z\"}"
                                .formatted(order));
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(told.body()).isEqualTo("{\"at\":\"2026-01-02T03:04:05Z\",\"whose\":\"acme\"}");

        var unread =
                render(
                        "{\"receipt\":\"%s\",\"as\":\"json\",\"read_by\":\"x12@7\"}"
                                .formatted(order));
        assertThat(unread.statusCode()).isEqualTo(422);
        assertThat(unread.body()).contains("unknown_source", "x12@7");
    }

    @Test
    void aRequestThatSaysTooLittleOrTooMuchIsRefused() {
        assertThat(render("{\"as\":\"ubl\"}").body()).contains("invalid_field", "/receipt");
        assertThat(render("{\"receipt\":\"%s\"}".formatted(order)).body())
                .contains("invalid_field", "/as");
        var forged = render("{\"receipt\":\"AAMqf0uQmY3r2Yk\",\"as\":\"ubl\"}");
        assertThat(forged.statusCode()).isEqualTo(404);
        assertThat(forged.body()).contains("receipt_not_found");
    }

    @Test
    void anothersMappingsAndReceiptsAreNotThere() {
        var stranger = served.token(served.client("globex-renders", "globex", "ingest:write"));
        var receipt =
                served.post(
                        stranger,
                        "/v1/renderings",
                        "{\"receipt\":\"%s\",\"as\":\"ubl\"}".formatted(order));
        assertThat(receipt.statusCode()).isEqualTo(404);
        var mapping =
                served.post(
                        stranger,
                        "/v1/renderings",
                        """
                        {"as": "json", "event": {"type": "stock_count", "number": "C-1", "item": "A",
                          "location": "DC1", "quantity": "1", "counted_at": "2026-11-24T18:00:00Z"}}
                        """);
        assertThat(mapping.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(mapping.body()).path("cause").asString())
                .isEqualTo("unknown_mapping");
    }

    private static HttpResponse<String> render(String body) {
        return served.post(token, "/v1/renderings", body);
    }

    private static void publish(String name, String expression) {
        var answer =
                served.post(
                        token,
                        "/v1/mappings/" + name + "/versions",
                        JSON.writeValueAsString(Map.of("expression", expression)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static void source(String name, String adapter) {
        var answer =
                served.put(
                        token,
                        "/v1/sources/" + name,
                        "{\"adapter\":\"%s\",\"mapping\":\"%s@1\"}".formatted(adapter, name));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static String send(String source, String text) {
        var answer = served.post(token, "/v1/sources/" + source + "/messages", text);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Served.json(answer).path("receipt").asString();
    }
}
