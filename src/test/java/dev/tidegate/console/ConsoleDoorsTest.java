package dev.tidegate.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.Role;
import dev.tidegate.platform.web.Scopes;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who gets into the console, and what a browser is told it may do there. */
class ConsoleDoorsTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static Plant plant;
    private static Served served;
    private static Served.Credentials reader;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeAll
    static void open() {
        plant = Plant.open(ConsoleDoorsTest.class);
        served =
                Served.on(
                        plant,
                        EnumSet.of(Role.API),
                        Map.of("tidegate.console.sign-in-attempts-max", "3"));
        reader = served.client("reader", "acme", Scopes.ORDERS_READ);
    }

    @AfterAll
    static void close() {
        served.close();
        plant.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(served.url(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(served.url(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private String token() throws Exception {
        var form = TOKEN.matcher(get("/console/sign-in").body());
        assertThat(form.find()).isTrue();
        return form.group(1);
    }

    private HttpResponse<String> signIn(String id, String secret, String to) throws Exception {
        return post(
                "/console/sign-in",
                "_csrf="
                        + encoded(token())
                        + "&client_id="
                        + encoded(id)
                        + "&client_secret="
                        + encoded(secret)
                        + "&to="
                        + encoded(to));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void sendsAStrangerToSignInAndBackAfterwards() throws Exception {
        var sent = get("/console/orders?kind=sales");
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location").orElseThrow())
                .endsWith("/console/sign-in?to=%2Fconsole%2Forders%3Fkind%3Dsales");

        var signedIn = signIn(reader.id(), reader.secret(), "/console/orders?kind=sales");
        assertThat(signedIn.headers().firstValue("Location").orElseThrow())
                .endsWith("/console/orders?kind=sales");
        assertThat(get("/console/orders?kind=sales").statusCode()).isEqualTo(200);
    }

    @Test
    void neverLeadsOutOfTheHouse() throws Exception {
        var signedIn = signIn(reader.id(), reader.secret(), "https://example.org/console/");
        assertThat(signedIn.headers().firstValue("Location").orElseThrow())
                .endsWith("/console/overview");
    }

    @Test
    void keepsTheSessionFromScriptsAndOtherSites() throws Exception {
        var cookie = get("/console/sign-in").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/");
    }

    @Test
    void givesASignedInBrowserANewSession() throws Exception {
        token();
        var before = cookies.getCookieStore().getCookies().getFirst().getValue();
        signIn(reader.id(), reader.secret(), "");
        assertThat(cookies.getCookieStore().getCookies().getFirst().getValue())
                .isNotEqualTo(before);
    }

    @Test
    void refusesAPostWithoutTheFormsToken() throws Exception {
        signIn(reader.id(), reader.secret(), "");
        var refused = post("/console/sign-out", "");
        assertThat(refused.headers().firstValue("Location").orElseThrow()).contains("expired");
        assertThat(get("/console/overview").statusCode()).isEqualTo(200);
    }

    @Test
    void endsASessionThatSignsOutAndOneWhoseClientIsRevoked() throws Exception {
        signIn(reader.id(), reader.secret(), "");
        var form = TOKEN.matcher(get("/console/overview").body());
        assertThat(form.find()).isTrue();
        post("/console/sign-out", "_csrf=" + encoded(form.group(1)));
        assertThat(get("/console/overview").statusCode()).isEqualTo(302);

        var shortLived = served.client("short-lived", "acme", Scopes.ORDERS_READ);
        signIn(shortLived.id(), shortLived.secret(), "");
        assertThat(get("/console/overview").statusCode()).isEqualTo(200);
        served.bean(dev.tidegate.governance.identity.Directory.class).revokeClient(shortLived.id());
        assertThat(get("/console/overview").statusCode()).isEqualTo(302);
    }

    @Test
    void showsNoPageWithoutItsScope() throws Exception {
        signIn(reader.id(), reader.secret(), "");
        assertThat(get("/console/stock").statusCode()).isEqualTo(403);
        assertThat(get("/console/dead-letters").statusCode()).isEqualTo(403);
    }

    @Test
    void letsABrowserLoadFromHereOnlyAndRunNothingInline() throws Exception {
        var page = get("/docs");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContain(" style=", "onclick=")
                .contains("integrity=\"sha384-");
        var script = Pattern.compile("src=\"(/assets/console.js[^\"]*)").matcher(page.body());
        assertThat(script.find()).isTrue();
        assertThat(get(script.group(1)).headers().firstValue("Cache-Control").orElseThrow())
                .contains("immutable");
    }

    @Test
    void showsTheDocumentationAndItsPicturesToStrangers() throws Exception {
        assertThat(get("/docs/tutorials/console-tour").body())
                .contains("src=\"/docs/images/console/overview.png\"");
        var picture = get("/docs/images/console/overview.png");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(get("/docs/images/console/no-such.png").statusCode()).isEqualTo(404);
    }

    @Test
    void makesAnAddressWaitThatGuesses() throws Exception {
        var other =
                Served.on(
                        plant,
                        EnumSet.of(Role.API),
                        Map.of("tidegate.console.sign-in-attempts-max", "2"));
        try (other) {
            var form = TOKEN.matcher(text(other, "/console/sign-in"));
            assertThat(form.find()).isTrue();
            var wrong = "_csrf=" + encoded(form.group(1)) + "&client_id=reader&client_secret=guess";
            assertThat(postTo(other, wrong).statusCode()).isEqualTo(401);
            assertThat(postTo(other, wrong).statusCode()).isEqualTo(401);
            var third = postTo(other, wrong);
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private String text(Served at, String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(at.url(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> postTo(Served at, String form) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(at.url("/console/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }
}
