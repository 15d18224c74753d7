package dev.tidegate.proof.outside;

import dev.tidegate.governance.demo.StartingMappings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The program's HTTP interface as one client sees it. No answer is a possible answer. */
public final class Door {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);

    private final String url;
    private final String basic;
    private @Nullable String token;

    private Door(String url, String basic) {
        this.url = url;
        this.basic = basic;
    }

    public static Door of(String url, String clientId, String clientSecret) {
        var pair = (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8);
        return new Door(url, Base64.getEncoder().encodeToString(pair));
    }

    /** Without credentials. */
    public static Door anybody(String url) {
        return new Door(url, "");
    }

    /** What came back. */
    public record Answer(int status, byte[] body, HttpResponse<?> response) {
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JacksonException e) {
                return JsonNodeFactory.instance.missingNode();
            }
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }

    public Optional<Answer> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    public Optional<Answer> post(String path, String contentType, byte[] body) {
        return send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    public Optional<Answer> put(String path, String json) {
        return send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    /** Makes a source that reads the documented template of an adapter. */
    public void makeSource(String source, String adapter) {
        makeSource(source, adapter, StartingMappings.text(adapter));
    }

    /** Makes a source that reads by this JSONata expression. */
    public void makeSource(String source, String adapter, String expression) {
        var mapping = source + "-" + Integer.toHexString(expression.hashCode());
        expect(
                post(
                        "/v1/mappings/" + mapping + "/versions",
                        "application/json",
                        JSON.writeValueAsBytes(Map.of("expression", expression))));
        expect(
                put(
                        "/v1/sources/" + source,
                        "{\"adapter\":\"%s\",\"mapping\":\"%s@1\"}".formatted(adapter, mapping)));
    }

    private static void expect(Optional<Answer> answer) {
        if (answer.isEmpty() || answer.get().status() >= 300) {
            throw new AssertionError("refused: " + answer.map(Answer::text));
        }
    }

    /** Sends it with this client's token, renewed once when it has run out; empty: no answer. */
    public Optional<Answer> send(HttpRequest.Builder request) {
        var answer = once(request);
        if (answer.isPresent() && answer.get().status() == 401 && !basic.isEmpty()) {
            token = null;
            return once(request);
        }
        return answer;
    }

    private Optional<Answer> once(HttpRequest.Builder request) {
        if (!basic.isEmpty()) {
            var bearer = token();
            if (bearer.isEmpty()) {
                return Optional.empty();
            }
            request.setHeader("Authorization", "Bearer " + bearer.get());
        }
        return exchange(request);
    }

    /** A token of this client; empty while none can be had. */
    public synchronized Optional<String> token() {
        if (token == null) {
            var answer =
                    exchange(
                            HttpRequest.newBuilder(URI.create(url + "/oauth2/token"))
                                    .header("Authorization", "Basic " + basic)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "grant_type=client_credentials")));
            token =
                    answer.filter(a -> a.status() == 200)
                            .map(a -> a.json().path("access_token").asString())
                            .orElse(null);
        }
        return Optional.ofNullable(token);
    }

    private static Optional<Answer> exchange(HttpRequest.Builder request) {
        try {
            var response =
                    HTTP.send(
                            request.timeout(REQUEST_TIMEOUT).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            return Optional.of(new Answer(response.statusCode(), response.body(), response));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
