package dev.tidegate.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A subject with two versions, of which the later leaves out a field and makes another wider. */
final class Registered {
    private static final String FIRST =
            """
            {"type": "record", "name": "Order", "namespace": "acme", "fields": [
              {"name": "number", "type": "string"},
              {"name": "quantity", "type": "int"},
              {"name": "note", "type": ["null", "string"], "default": null}]}""";
    private static final String SECOND =
            """
            {"type": "record", "name": "Order", "namespace": "acme", "fields": [
              {"name": "number", "type": "string"},
              {"name": "quantity", "type": "long"},
              {"name": "currency", "type": "string", "default": "EUR"}]}""";

    private Registered() {}

    static void schemas(Desk desk) {
        register(desk, FIRST);
        register(desk, SECOND);
    }

    private static void register(Desk desk, String schema) {
        var served = desk.served();
        var made =
                served.post(
                        served.token(desk.credentials("acme")),
                        "/v1/schema-registry/subjects/orders-value/versions",
                        JsonMapper.shared().writeValueAsString(Map.of("schema", schema)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    }
}
