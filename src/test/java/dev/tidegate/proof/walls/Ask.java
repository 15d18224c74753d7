package dev.tidegate.proof.walls;

import dev.tidegate.testing.Served;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One request to an endpoint, naming either the victim's things or missing ones.
 *
 * @param parameters those of the query that are given
 */
record Ask(Endpoint endpoint, Names names, List<String> parameters, boolean victims) {
    private static final Duration STREAM_READ = Duration.ofMillis(700);

    /** What came back. */
    record Answer(int status, String body, Map<String, List<String>> headers) {}

    /** Alone, and with each parameter that a rule has names for. */
    static Stream<Ask> each(Endpoint endpoint, Names names, boolean victims) {
        var none = new Ask(endpoint, names, mandatory(endpoint), victims);
        return Stream.concat(
                Stream.of(none),
                endpoint.parameters().stream()
                        .filter(parameter -> !mandatory(endpoint).contains(parameter))
                        .map(
                                parameter ->
                                        new Ask(
                                                endpoint,
                                                names,
                                                Stream.concat(
                                                                mandatory(endpoint).stream(),
                                                                Stream.of(parameter))
                                                        .toList(),
                                                victims)));
    }

    /** An item must be told where the ledger is asked for. */
    private static List<String> mandatory(Endpoint endpoint) {
        return endpoint.parameters().contains("item") ? List.of("item") : List.of();
    }

    String path() {
        var path = endpoint.pattern().replace("{*", "{");
        for (String variable : endpoint.variables().toList()) {
            path = path.replace("{" + variable + "}", value(variable));
        }
        var query = parameters.stream().map(name -> name + "=" + value(name)).toList();
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private String value(String place) {
        var pair = names.get(endpoint, place);
        return URLEncoder.encode(victims ? pair.victims() : pair.missing(), StandardCharsets.UTF_8);
    }

    Answer send(Served served, HttpRequest.Builder request) {
        var body = Bodies.of(endpoint);
        var filled = body.map(template -> names.fill(endpoint, template.text(), victims));
        body.ifPresent(template -> request.setHeader("Content-Type", template.contentType()));
        if (endpoint.method().equals("POST")) {
            request.setHeader("Idempotency-Key", Victim.IDEMPOTENCY_KEY);
        }
        request.method(
                endpoint.method(),
                filled.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        return read(served.send(request, HttpResponse.BodyHandlers.ofInputStream()));
    }

    /** A stream never ends: what came so far is the answer. */
    private static Answer read(HttpResponse<InputStream> response) {
        var stream =
                response.headers()
                        .firstValue("Content-Type")
                        .orElse("")
                        .startsWith("text/event-stream");
        try (var in = response.body()) {
            var text = new StringBuffer();
            var reading = CompletableFuture.runAsync(() -> drain(in, text));
            if (stream) {
                reading.completeOnTimeout(null, STREAM_READ.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
            } else {
                reading.join();
            }
            return new Answer(response.statusCode(), text.toString(), response.headers().map());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void drain(InputStream in, StringBuffer text) {
        var bytes = new byte[8192];
        try {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                text.append(new String(bytes, 0, read, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            text.append(""); // closed by the reader
        }
    }

    @Override
    public String toString() {
        return endpoint.method() + " " + path();
    }
}
