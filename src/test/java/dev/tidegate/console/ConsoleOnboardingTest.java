package dev.tidegate.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.tidegate.testing.Served;
import java.nio.charset.Charset;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A newcomer onboards a partner with a browser and a file. */
@Tag("browser")
@Tag("slow")
class ConsoleOnboardingTest {
    private static final String SAMPLE =
            """
            Bestellnummer;Bestelldatum;Lieferantennr.;Pos.;Artikelnummer;EAN;Menge;ME;Einzelpreis;W\u00e4hrung;Sachbearbeiter
            4500081;24.11.2026;L-77;10;LAMP-7;4006381333931;12,5;ST;9,95;EUR;Meier
            4500081;24.11.2026;L-77;20;TABLE-2;4012345678901;3;ST;119,40;EUR;Meier
            4500082;25.11.2026;L-77;10;LAMP-7;4006381333931;1;ST;9,95;EUR;Kunz
            """;

    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = Desk.open(ConsoleOnboardingTest.class);
    }

    @AfterAll
    static void close() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void makesASourceOfAFile() {
        try (BrowserContext browser = desk.sit(1280, 900, ColorScheme.LIGHT)) {
            var page = browser.newPage();
            begin(page);
            Desk.picture(page, "onboarding-start");
            assertThat(Desk.violations(page)).isEmpty();
            page.getByLabel("Name of the source").fill("acme-orders");
            page.getByLabel("File")
                    .setInputFiles(
                            new FilePayload(
                                    "orders.csv",
                                    "text/csv",
                                    SAMPLE.getBytes(Charset.forName("windows-1252"))));
            page.waitForFunction("document.querySelector('[name=file_base64]').value.length > 0");
            press(page, "Draft a mapping");
            assertThat(page.locator("main")).containsText("looks like a purchase");
            assertThat(page.locator("main")).containsText("windows-1252");
            assertThat(button(page, "Publish and define the source")).isDisabled();
            Desk.picture(page, "onboarding-holes");
            assertThat(Desk.violations(page)).isEmpty();

            page.locator("[name='fill./kind']").selectOption("purchase");
            page.locator("[name='fill./version']").fill("1");
            press(page, "Draft anew with these");
            assertThat(page.locator("main")).containsText("order 4500081");
            Desk.picture(page, "onboarding");
            assertThat(Desk.violations(page)).isEmpty();
            tries(page);

            press(page, "Publish and define the source");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Published acme-orders@1");
            assertThat(Desk.violations(page)).isEmpty();
            assertThat(desk.complaints()).isEmpty();
        }
        takesOrders();
    }

    /** A word of the mapping is changed by hand, and back. */
    private static void tries(Page page) {
        var editor = page.locator("[name=expression]");
        String drafted = editor.inputValue();
        editor.fill(drafted.replace("\"purchase\"", "\"barter\""));
        press(page, "Try it on the sample");
        assertThat(button(page, "Publish and define the source")).isDisabled();
        editor.fill("{");
        press(page, "Try it on the sample");
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        editor.fill(drafted);
        press(page, "Try it on the sample");
        assertThat(button(page, "Publish and define the source")).isEnabled();
    }

    private static void takesOrders() {
        var served = desk.served();
        String token = served.token(desk.credentials("acme"));
        var sent =
                served.send(
                        served.request(token, "/v1/sources/acme-orders/messages")
                                .header("Content-Type", "text/csv")
                                .POST(
                                        java.net.http.HttpRequest.BodyPublishers.ofByteArray(
                                                SAMPLE.getBytes(Charset.forName("windows-1252")))));
        assertThat(sent.statusCode()).isEqualTo(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                Served.json(served.get(token, "/v1/orders?number=4500081"))
                                        .path("items"),
                        found -> found.size() == 1);
    }

    @Test
    void isReadableInDarkAndFitsAPhone() {
        for (int width : new int[] {1280, 390}) {
            try (BrowserContext browser = desk.sit(width, 900, ColorScheme.DARK)) {
                var page = browser.newPage();
                begin(page);
                page.getByLabel("Name of the source").fill("acme-stock");
                page.getByLabel("Or paste some of it").fill(SAMPLE);
                press(page, "Draft a mapping");
                Desk.picture(page, "onboarding-" + (width > 400 ? "dark" : "phone"));
                assertThat(Desk.contrastViolations(page)).isEmpty();
                assertThat(
                                page.evaluate(
                                        "document.documentElement.scrollWidth -"
                                                + " document.documentElement.clientWidth"))
                        .isEqualTo(0);
            }
        }
    }

    @Test
    void keepsADraftAndSaysWhatIsWrongWithASample() {
        try (BrowserContext browser = desk.sit(1280, 900, ColorScheme.LIGHT)) {
            var page = browser.newPage();
            begin(page);
            page.getByLabel("Name of the source").fill("acme-drafted");
            page.getByLabel("Or paste some of it").fill("foo,bar\nx,y\n");
            press(page, "Draft a mapping");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("named like");
            page.getByLabel("Or paste some of it").fill(SAMPLE);
            press(page, "Draft a mapping");
            press(page, "Keep as a draft");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("acme-drafted@1");
        }
    }

    private static void begin(Page page) {
        desk.signIn(page);
        page.navigate("/console/onboarding");
    }

    private static void press(Page page, String button) {
        button(page, button).click();
        page.waitForLoadState();
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
