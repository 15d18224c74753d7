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

/** {@code GET /v1/receipts/{receipt}/acknowledgement}, of what was really sent. */
class AnswersOverHttpTest {
    private static Plant plant;
    private static Served served;
    private static String token;
    private static String order;

    @BeforeAll
    static void open() {
        plant = Plant.open(AnswersOverHttpTest.class);
        served = Served.on(plant, Set.of(Role.API), Map.of());
        token = client("acme");
        for (String name : new String[] {"x12", "json"}) {
            var expression = Map.of("expression", StartingMappings.text(name));
            var mapping = JsonMapper.shared().writeValueAsString(expression);
            served.post(token, "/v1/mappings/" + name + "/versions", mapping);
            var source = "{\"adapter\":\"%s\",\"mapping\":\"%s@1\"}".formatted(name, name);
            assertThat(served.put(token, "/v1/sources/" + name, source).statusCode())
                    .isEqualTo(201);
        }
        order = send("x12", Samples.X12_ORDER);
    }

    @AfterAll
    static void close() {
        served.close();
        plant.close();
    }

    @Test
    void aMessageIsAnsweredAndAlwaysTheSame() {
        var answer = answer(token, order, "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/edi-x12");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment");
        assertThat(answer.body()).contains("ST*997*0001~", "AK9*A*1*1*1~");
        assertThat(answer(token, order, "").body()).isEqualTo(answer.body());
    }

    @Test
    void itHasTheControlNumberThatIsTold() {
        assertThat(answer(token, order, "?control_number=1001").body())
                .contains("IEA*1*000001001~", "GE*1*1001~");
        var none = answer(token, order, "?control_number=0");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("invalid_field", "control_number");
    }

    @Test
    void whatIsNoInterchangeHasNoAnswer() {
        var json = answer(token, send("json", Samples.JSON_ORDER), "");
        assertThat(json.statusCode()).isEqualTo(422);
        assertThat(json.body()).contains("nothing_to_acknowledge");
        var answered = answer(token, order, "").body();
        assertThat(answer(token, send("x12", answered), "").body())
                .contains("nothing_to_acknowledge");
    }

    @Test
    void aStrangersReceiptIsNotThere() {
        var stranger = answer(client("globex"), order, "");
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(stranger.body()).contains("receipt_not_found");
    }

    private static String client(String tenant) {
        return served.token(
                served.client(
                        tenant + "-answers",
                        tenant,
                        "ingest:write",
                        "mappings:read",
                        "mappings:write"));
    }

    private static HttpResponse<String> answer(String as, String receipt, String query) {
        return served.get(as, "/v1/receipts/" + receipt + "/acknowledgement" + query);
    }

    private static String send(String source, String text) {
        var answer = served.post(token, "/v1/sources/" + source + "/messages", text);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Served.json(answer).path("receipt").asString();
    }
}
