package dev.tidegate.console;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.tidegate.Role;
import dev.tidegate.governance.accounting.AccountingQueries;
import dev.tidegate.platform.TenantId;
import dev.tidegate.testing.Chromium;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.json.JsonMapper;

/** The whole program with the demo's data, and somebody at a browser before it. */
final class Desk implements AutoCloseable {
    static final TenantId TENANT = new TenantId("acme");

    private static final Path PICTURES = Path.of("docs", "images", "console");
    private static final boolean REWRITE = Boolean.getBoolean("screenshots.rewrite");

    private static final String MOVEMENT =
            """
            {"type": "stock_movement", "number": "GR-%d", "kind": "receipt", "item": "STOVE-GAS",
             "location": "BER-1", "quantity": "1", "occurred_at": "2026-11-24T09:00:00Z"}
            """;

    private final Plant plant;
    private final Served served;
    private final Chromium chromium;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Desk(Class<?> test) {
        plant = Plant.open(test);
        served =
                Served.on(
                        plant, EnumSet.allOf(Role.class), Map.of("tidegate.demo.enabled", "true"));
        chromium = Chromium.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(
                        () -> served.bean(AccountingQueries.class).of(TENANT, Optional.empty()),
                        all -> all.applied() > 20 && all.pending() == 0);
    }

    /** Skips the test, visibly, where there is no browser. */
    static Desk open(Class<?> test) {
        Assumptions.assumeTrue(
                Chromium.installed().isPresent(),
                "no Chromium here; install it with: apt-get install chromium");
        return new Desk(test);
    }

    Served served() {
        return served;
    }

    /** A tenant's id and secret, from the file that the first start wrote. */
    Served.Credentials credentials(String tenant) {
        var file = plant.home().resolve("credentials.json").toFile();
        var entry = JsonMapper.shared().readTree(file).get("tenants").get(tenant);
        return new Served.Credentials(
                entry.get("client_id").asString(), entry.get("client_secret").asString());
    }

    /** A browser of its own: its cookies, its scheme, its size. */
    BrowserContext sit(int width, int height, ColorScheme scheme) {
        var context =
                chromium.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setBaseURL(served.url("").toString())
                                        .setViewportSize(width, height)
                                        .setReducedMotion(ReducedMotion.REDUCE)
                                        .setColorScheme(scheme));
        context.onConsoleMessage(
                message -> {
                    if (message.type().equals("error") || message.type().equals("warning")) {
                        complaints.add(message.text());
                    }
                });
        context.onWebError(error -> complaints.add(error.error()));
        return context;
    }

    /** A message of the tenant's source {@code json}. */
    void send(String json) {
        var answer =
                served.post(
                        served.token(credentials(TENANT.value())),
                        "/v1/sources/json/messages",
                        json);
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(answer.body());
        }
    }

    void signIn(Page page) {
        var client = credentials(TENANT.value());
        page.navigate("/console/sign-in");
        page.getByLabel("Client id").fill(client.id());
        page.getByLabel("Client secret").fill(client.secret());
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
        page.waitForURL("**/console/overview");
    }

    /** What the browser complained of since last asked: script errors, refusals of the policy. */
    List<String> complaints() {
        var all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    /** Violations of accessibility rules (axe), each with where it was met. */
    static List<String> violations(Page page) {
        return violations(new AxeBuilder(page));
    }

    /** The only thing that another colour scheme changes. */
    static List<String> contrastViolations(Page page) {
        return violations(new AxeBuilder(page).withRules(List.of("color-contrast")));
    }

    private static List<String> violations(AxeBuilder rules) {
        return rules.analyze().getViolations().stream()
                .flatMap(
                        rule ->
                                rule.getNodes().stream()
                                        .map(
                                                node ->
                                                        rule.getId()
                                                                + " at "
                                                                + node.getTarget()
                                                                + ": "
                                                                + node.getFailureSummary()))
                .toList();
    }

    /** For the documentation; written with {@code -Dscreenshots.rewrite=true} only. */
    static void picture(Page page, String name) {
        if (REWRITE) {
            page.evaluate("scrollTo(0, 0)");
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        }
    }

    /** The same, of the part of the page that is in view. */
    static void pictureHere(Page page, String name) {
        if (REWRITE) {
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        }
    }

    /** Half a minute's traffic, so that the picture of the overview shows one. */
    void bustle() {
        if (!REWRITE) {
            return;
        }
        var sent = new AtomicInteger();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> {
                            int n = sent.incrementAndGet();
                            for (int i = 0; i < 3 + n * 7 % 11; i++) {
                                send(MOVEMENT.formatted(n * 100 + i));
                            }
                            return n;
                        },
                        n -> n == 100);
    }

    @Override
    public void close() {
        chromium.close();
        served.close();
        plant.close();
    }
}
