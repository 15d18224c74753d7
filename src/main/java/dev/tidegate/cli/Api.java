package dev.tidegate.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The running server, as one tenant's client sees it. A full house (429, 503) is waited out as long
 * as the server says so; a token that ran out is fetched anew once.
 */
final class Api {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(10);
    private static final int REFUSALS_MAX = 120;
    private static final int KEY_BYTES = 16;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int FIRST_ERROR = 400;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build();
    private final String url;
    private final Credentials.Client client;
    private final Screen screen;
    private @Nullable String token;

    private Api(String url, Credentials.Client client, Screen screen) {
        this.url = url;
        this.client = client;
        this.screen = screen;
    }

    static Api of(Root root, String tenant) {
        var installation = root.installation();
        var server =
                ServerFile.api(installation)
                        .orElseThrow(
                                () ->
                                        Failure.missing(
                                                "no server is running on " + installation.home(),
                                                "./tidegate up --detach"));
        return new Api(server.url(), Credentials.of(installation, tenant), root.screen());
    }

    JsonNode get(String path) {
        return json(() -> request(path).GET());
    }

    /** A document of another's format, as it is. */
    byte[] bytes(String path) {
        return bytes(() -> request(path).GET()).body();
    }

    /** The key is one for all tries: a try whose answer was lost is not done twice. */
    JsonNode post(String path, JsonNode body) {
        var key = idempotencyKey();
        return json(
                () ->
                        request(path)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", key)
                                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** An answer that is a document, not JSON of ours. */
    HttpResponse<byte[]> bytes(String path, JsonNode body) {
        return bytes(
                () ->
                        request(path)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<byte[]> bytes(Supplier<HttpRequest.Builder> request) {
        var answer = answer(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() >= FIRST_ERROR) {
            throw Problems.failure(
                    answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }

    JsonNode put(String path, JsonNode body) {
        return json(
                () ->
                        request(path)
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private static String idempotencyKey() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    /** The request is built anew for every try: a body can be read once. */
    JsonNode json(Supplier<HttpRequest.Builder> request) {
        var answer = answer(request, BodyHandlers.ofString());
        if (answer.statusCode() >= FIRST_ERROR) {
            throw Problems.failure(answer.statusCode(), answer.body());
        }
        return parse(answer.body());
    }

    HttpResponse<Stream<String>> lines(Supplier<HttpRequest.Builder> request) {
        var answer = answer(request, BodyHandlers.ofLines());
        if (answer.statusCode() >= FIRST_ERROR) {
            throw Problems.failure(answer.statusCode(), String.join("\n", answer.body().toList()));
        }
        return answer;
    }

    private <T> HttpResponse<T> answer(
            Supplier<HttpRequest.Builder> request, HttpResponse.BodyHandler<T> handler) {
        boolean renewed = false;
        for (int refusals = 0; ; ) {
            var answer = exchange(authorized(request.get()), handler);
            if (answer.statusCode() == UNAUTHORIZED && !renewed) {
                renewed = true;
                token = null;
            } else if (busy(answer) && refusals++ < REFUSALS_MAX) {
                waitOut(answer);
            } else {
                return answer;
            }
        }
    }

    private static boolean busy(HttpResponse<?> answer) {
        return answer.statusCode() == TOO_MANY
                || answer.statusCode() == UNAVAILABLE
                        && answer.headers().firstValue("Retry-After").isPresent();
    }

    private void waitOut(HttpResponse<?> answer) {
        var after = answer.headers().firstValue("Retry-After").orElse("1");
        long seconds = after.matches("\\d{1,4}") ? Math.max(1, Long.parseLong(after)) : 1;
        screen.say("the server asks to wait %d s (%d)".formatted(seconds, answer.statusCode()));
        Patience.pause(Duration.ofSeconds(seconds));
    }

    private HttpRequest authorized(HttpRequest.Builder request) {
        if (token == null) {
            token = fetchToken();
        }
        return request.header("Authorization", "Bearer " + token).timeout(REQUEST_TIMEOUT).build();
    }

    private String fetchToken() {
        var basic = client.clientId() + ":" + client.clientSecret();
        var request =
                HttpRequest.newBuilder(URI.create(url + "/oauth2/token"))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        basic.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        var answer = exchange(request, BodyHandlers.ofString());
        if (answer.statusCode() >= FIRST_ERROR) {
            throw Failure.failed(
                    "the server refuses the credentials of this home (%d)"
                            .formatted(answer.statusCode()),
                    "./tidegate status tells which server answers");
        }
        return parse(answer.body()).path("access_token").asString();
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException away) {
            throw Failure.missing(
                    "the server at %s doesn't answer (%s)".formatted(url, away),
                    "./tidegate status; ./tidegate up --detach");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Failure.failed("interrupted");
        }
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank()
                    ? JsonNodeFactory.instance.objectNode()
                    : JsonMapper.shared().readTree(body);
        } catch (JacksonException notJson) {
            throw Failure.failed("the server answered with something that isn't JSON: " + body);
        }
    }
}
