package dev.tidegate.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.testing.Served;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A source that has agreed to something, and sends something else. */
final class Drifting {
    private static final String CONTRACT =
            """
            {"note": "as in the partner's guide", "documents": [{"name": "order", "fields": [
              {"path": "/type", "presence": "required", "shape": "text", "classification": "internal"},
              {"path": "/kind", "presence": "required", "shape": "code", "classification": "internal",
               "codes": [{"code": "sales", "meaning": "we deliver"}, {"code": "purchase", "meaning": "we receive"}]},
              {"path": "/number", "presence": "required", "shape": "text", "classification": "internal"},
              {"path": "/version", "presence": "required", "shape": "integer", "units": ["none"], "classification": "internal"},
              {"path": "/ordered_at", "presence": "required", "shape": "date", "patterns": ["rfc3339"], "classification": "internal"},
              {"path": "/partner/name", "presence": "optional", "shape": "text", "classification": "personal"},
              {"path": "/lines", "presence": "required", "shape": "list"},
              {"path": "/lines/*/item", "presence": "required", "shape": "text", "classification": "public"},
              {"path": "/lines/*/quantity", "presence": "required", "shape": "decimal", "units": ["EA"],
               "unit_at": "/lines/*/unit", "classification": "internal"},
              {"path": "/lines/*/unit", "presence": "required", "shape": "code", "classification": "internal",
               "codes": [{"code": "EA", "meaning": "each"}]},
              {"path": "/lines/*/location", "presence": "optional", "shape": "text", "classification": "internal"}]}]}""";

    private Drifting() {}

    static void source(Desk desk) {
        var served = desk.served();
        String token = served.token(desk.credentials("acme"));
        made(served.put(token, "/v1/sources/erp", "{\"adapter\":\"json\",\"mapping\":\"json\"}"));
        made(served.post(token, "/v1/sources/erp/contracts", CONTRACT));
        for (int i = 0; i < 3; i++) {
            made(served.post(token, "/v1/sources/erp/messages", order(i, "EA", "")));
        }
        made(
                served.post(
                        token, "/v1/sources/erp/messages", order(3, "EA", ",\"gift_note\":\"x\"")));
        made(served.post(token, "/v1/sources/erp/messages", order(4, "CS", "")));
        made(served.get(token, "/v1/orders"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                Served.json(served.get(token, "/v1/findings?source=erp"))
                                                .path("items")
                                                .size()
                                        == 2);
    }

    private static String order(int number, String unit, String more) {
        return """
               {"type": "order", "kind": "sales", "number": "ERP-%d", "version": 1, "ordered_at": "2026-11-24T09:30:00Z"%s,
                "lines": [{"item": "TENT-2P", "quantity": "2", "unit": "%s", "location": "BER-1"}]}"""
                .formatted(number, more, unit);
    }

    private static void made(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }
}
