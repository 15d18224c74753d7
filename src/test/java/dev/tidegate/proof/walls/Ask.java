package dev.tidegate.proof.walls;

import dev.tidegate.testing.Served;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * One request to an endpoint, naming either the victim's things or missing ones.
 *
 * @param parameters those of the query that are given
 */
record Ask(Endpoint endpoint, Names names, List<String> parameters, boolean victims) {
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

    /** An item must be told where the ledger is asked for, a path where a field's readers are. */
    private static List<String> mandatory(Endpoint endpoint) {
        return Stream.of("item", "path").filter(endpoint.parameters()::contains).toList();
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

    /** The one that the victim itself sends this request with, or another. */
    private String key() {
        return (victims ? "victims:" : "absent:") + endpoint.pattern();
    }

    Answer send(Served served, HttpRequest.Builder request) {
        var body = Bodies.of(endpoint);
        var filled = body.map(template -> names.fill(endpoint, template.text(), victims));
        body.ifPresent(template -> request.setHeader("Content-Type", template.contentType()));
        if (endpoint.method().equals("POST")) {
            request.setHeader("Idempotency-Key", key());
        }
        request.method(
                endpoint.method(),
                filled.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        return Answer.of(served.send(request, HttpResponse.BodyHandlers.ofInputStream()));
    }

    @Override
    public String toString() {
        return endpoint.method() + " " + path();
    }
}
