package dev.tidegate.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.Role;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is refused, by whom ever, is refused in one shape. */
class ProblemsTest {
    private static Plant plant;
    private static Served served;
    private static String token;

    @BeforeAll
    static void serve() {
        plant = Plant.open(ProblemsTest.class);
        served = Served.on(plant, EnumSet.of(Role.API), Map.of());
        token = served.token(served.client("acme", "acme", "mappings:write"));
    }

    @AfterAll
    static void close() {
        served.close();
        plant.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404, not_found",
        "GET, /v1/sources/none, 404, unknown_source",
        "DELETE, /v1/sources, 405, method_not_allowed",
        "TRACE, /v1/sources, 405, method_not_allowed",
        "BREW, /v1/sources, 405, method_not_allowed",
        "BREW, /nowhere, 405, method_not_allowed",
        "GET, /v1/sources?limit=501, 400, invalid_parameter",
        "GET, /v1/sources?limit=x, 400, invalid_parameter",
        "GET, /v1/sources?cursor=x, 400, invalid_cursor",
        "GET, /v1/sources?cursor=%ff, 400, invalid_parameter",
        "GET, /v1/sources?cursor=%00, 400, invalid_parameter",
        "GET, /v1/sources?limt=5, 400, unknown_parameter",
        "GET, /v1/sources?limit=5&limit=6, 400, invalid_parameter",
        "GET, /v1/sources?limit=, 400, invalid_parameter",
        "GET, /v1/sources/a%20b, 400, invalid_parameter",
        "GET, /v1/sources/a%2fb, 400, bad_request",
    })
    void everyRefusalHasTheShapeOfAProblem(String method, String path, int status, String code) {
        assertProblem(
                served.send(served.request(token, path).method(method, BodyPublishers.noBody())),
                status,
                code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "TRACE", "BREW"})
    void aMethodThatAPathDoesNotHaveIsToldBesideThoseItHas(String method) {
        var answer =
                served.send(
                        served.request(token, "/v1/sources")
                                .method(method, BodyPublishers.noBody()));

        assertThat(answer.headers().firstValue("Allow").orElseThrow()).isEqualTo("GET");
        assertThat(Served.json(answer).get("detail").asString()).contains(method);
    }

    @Test
    void anUnreadableBodyIsToldWithItsPlace() {
        assertPlace(put("{\"adapter\":"), 400, "malformed_json", "line 1, column 12");
        assertPlace(put("{\"adaptor\":\"json\"}"), 400, "unknown_field", "/adaptor");
        assertPlace(put("{\"contract\":{\"types\":7}}"), 400, "invalid_field", "/contract/types");
        assertPlace(put("{\"adapter\":\"json\"}"), 422, "invalid_field", "/mapping");
        assertProblem(put(""), 400, "missing_body");
        assertProblem(
                served.send(
                        served.request(token, "/v1/sources/s")
                                .header("Content-Type", "text/plain")
                                .PUT(BodyPublishers.ofString("x"))),
                415,
                "unsupported_media_type");
    }

    @Test
    void aJsonBodyIsReadWithinABoundOnly() {
        var large = "{\"parameters\":{\"a\":\"" + "x".repeat(3_000_000) + "\"}}";
        assertProblem(put(large), 413, "body_too_large");
        assertProblem(
                served.send(
                        served.request(token, "/v1/sources/s")
                                .header("Content-Type", "application/json")
                                .PUT(
                                        BodyPublishers.ofInputStream(
                                                () ->
                                                        new ByteArrayInputStream(
                                                                large.getBytes(
                                                                        StandardCharsets.UTF_8))))),
                413,
                "body_too_large");
    }

    @Test
    void whatIsNotHttpIsRefusedInTheSameShape() throws IOException {
        assertThat(raw("GET /v1/sources HTTP/1.1\r\nHost: x\r\nbroken header\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("\"code\":\"bad_request\"");
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("application/problem+json");
        assertThat(raw("GET / HTTP/3.0\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 505")
                .contains("\"class\":\"request\"");
    }

    @Test
    void theCallersTraceIdIsKeptAndAnOwnOneMadeOtherwise() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var answer =
                served.send(
                        served.request(token, "/nowhere")
                                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
        assertThat(Served.json(answer).get("trace_id").asString()).isEqualTo(trace);
        assertThat(answer.headers().firstValue("Trace-Id")).contains(trace);

        var own = served.get(token, "/nowhere").headers().firstValue("Trace-Id").orElseThrow();
        assertThat(own).matches("[0-9a-f]{32}").isNotEqualTo(trace);
    }

    @Test
    void theVersionOfTheContractIsAnsweredAndAnUnknownOneRefused() {
        var plain = served.get(token, "/v1/sources");
        assertThat(plain.headers().firstValue("Tidegate-Version")).contains("2026-11-24");

        assertProblem(
                served.send(
                        served.request(token, "/v1/sources")
                                .header("Tidegate-Version", "1999-01-01")),
                400,
                "unknown_version");
    }

    @Test
    void answersCarrySecurityHeadersAndTheServerSaysNothingOfItself() {
        var headers = served.get(token, "/v1/sources").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void healthAndMetricsAreOpenAndNothingElseOfTheActuator() {
        for (var path : new String[] {"/actuator/health/liveness", "/actuator/health/readiness"}) {
            var health = served.send(HttpRequest.newBuilder(served.url(path)).GET());
            assertThat(health.statusCode()).as(path).isEqualTo(200);
            assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
        }
        var metrics = served.send(HttpRequest.newBuilder(served.url("/actuator/prometheus")).GET());
        assertThat(metrics.body()).contains("jvm_memory_used_bytes").doesNotContain("acme");
        for (var path : new String[] {"/actuator/env", "/actuator/heapdump", "/actuator/beans"}) {
            assertThat(served.send(HttpRequest.newBuilder(served.url(path)).GET()).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void aSettingThatNobodyKnowsStopsTheStart() {
        assertThatThrownBy(
                        () ->
                                Served.on(
                                        plant,
                                        EnumSet.of(Role.API),
                                        Map.of("tidegate.identity.token-lifetme", "4s")))
                .hasMessageContaining("tidegate.identity.token-lifetme")
                .hasMessageContaining("did you mean tidegate.identity.token-lifetime");
    }

    private HttpResponse<String> put(String body) {
        return served.put(token, "/v1/sources/s", body);
    }

    private static void assertPlace(
            HttpResponse<String> answer, int status, String code, String pointer) {
        assertProblem(answer, status, code);
        assertThat(Served.json(answer).get("errors").get(0).get("pointer").asString())
                .isEqualTo(pointer);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        var problem = Served.json(answer);
        assertThat(problem.get("code").asString()).as(answer.body()).isEqualTo(code);
        assertThat(problem.get("type").asString()).isEqualTo("/docs/problems/" + code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("class").asString()).isEqualTo("request");
        assertThat(problem.get("trace_id").asString()).matches("[0-9a-f]{32}");
        assertThat(problem.has("errors")).isTrue();
        assertThat(problem.get("next_steps").size()).isPositive();
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", served.url("/").getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.UTF_8);
        }
    }
}
