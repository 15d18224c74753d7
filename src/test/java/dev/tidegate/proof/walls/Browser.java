package dev.tidegate.proof.walls;

import dev.tidegate.testing.Served;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A person at the console, as far as requests go: a session in a cookie, a token in each form. */
final class Browser implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");

    private final Served served;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    Browser(Served served) {
        this.served = served;
    }

    Browser signIn(Served.Credentials client) {
        var answer =
                submit(
                        "/console/sign-in",
                        "/console/sign-in",
                        "&client_id=%s&client_secret=%s"
                                .formatted(encoded(client.id()), encoded(client.secret())));
        if (answer.status() != 302) {
            throw new AssertionError("not signed in: " + answer);
        }
        return this;
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(served.url(path)).GET());
    }

    /** Presses a button, with the token of a form of one's own. */
    Answer press(String path) {
        return submit("/console/overview", path, "");
    }

    private Answer submit(String form, String path, String fields) {
        var page = get(form).body();
        var token = CSRF.matcher(page);
        if (!token.find()) {
            throw new AssertionError("no csrf token in " + page);
        }
        return send(
                HttpRequest.newBuilder(served.url(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "_csrf=" + encoded(token.group(1)) + fields)));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
