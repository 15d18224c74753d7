package dev.tidegate.governance.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.Role;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A served registry and a client of it that asks as Confluent's clients do. */
final class Registry implements AutoCloseable {
    static final String ROOT = "/v1/schema-registry";
    static final String V1 = "application/vnd.schemaregistry.v1+json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Plant plant;
    private final Served served;
    private final String token;

    private Registry(Plant plant, Served served, String token) {
        this.plant = plant;
        this.served = served;
        this.token = token;
    }

    static Registry open(Class<?> test, Map<String, String> settings) {
        var plant = Plant.open(test);
        var served = Served.on(plant, EnumSet.of(Role.API), settings);
        return new Registry(plant, served, token(served, "acme", "mappings:write"));
    }

    private static String token(Served served, String tenant, String scope) {
        return served.token(served.client(tenant + "-" + scope.replace(':', '-'), tenant, scope));
    }

    /** Another client on the same server; closes nothing. */
    Registry as(String tenant, String scope) {
        return new Registry(plant, served, token(served, tenant, scope));
    }

    Plant plant() {
        return plant;
    }

    Served served() {
        return served;
    }

    String token() {
        return token;
    }

    HttpResponse<String> send(String method, String path, String body) {
        var request =
                served.request(token, ROOT + path)
                        .header("Accept", V1 + ", application/json; q=0.5")
                        .header("Content-Type", V1);
        return served.send(
                request.method(
                        method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    HttpResponse<String> put(String path, String body) {
        return send("PUT", path, body);
    }

    HttpResponse<String> delete(String path) {
        return send("DELETE", path, "");
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    HttpResponse<String> register(String subject, String schema) {
        return post("/subjects/" + subject + "/versions", schema);
    }

    /** Its id. */
    int registered(String subject, String schema) {
        return read(register(subject, schema)).get("id").asInt();
    }

    /** Of an answer that says yes. */
    static JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(V1);
        return Served.json(answer);
    }

    static void assertRefused(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains(V1);
        var body = Served.json(answer);
        assertThat(body.propertyNames()).containsExactly("error_code", "message");
        assertThat(body.get("error_code").asInt()).as(answer.body()).isEqualTo(code);
        assertThat(body.get("message").asString()).isNotBlank();
    }

    /** Of Avro: a record with these fields, in single quotes. */
    static String avro(String fields) {
        return avro("R", fields);
    }

    static String avro(String name, String fields) {
        return body(
                "{'type':'record','name':'" + name + "','fields':[" + fields + "]}", "AVRO", "");
    }

    static String json(String schema) {
        return body(schema, "JSON", "");
    }

    /**
     * @param more members of the request, each after a comma
     */
    static String body(String schema, String type, String more) {
        return "{\"schema\":%s,\"schemaType\":\"%s\"%s}"
                .formatted(
                        JSON.writeValueAsString(schema.replace('\'', '"')),
                        type,
                        more.replace('\'', '"'));
    }

    @Override
    public void close() {
        served.close();
        plant.close();
    }
}
