package dev.tidegate.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.tidegate.platform.web.Scopes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What spares whoever changes a mapping in the studio a way or a word. */
@Tag("browser")
@Tag("slow")
class ConsoleStudioTest {
    private static final String FLOATS =
            "{\"type\": \"order\",\n \"body\": {\"lines\": lines.{\"item\": item,"
                    + "\n  \"quantity\": quantity * 12}}}";

    private static Desk desk;

    private BrowserContext browser;
    private Page page;

    @BeforeAll
    static void open() {
        desk = Desk.open(ConsoleStudioTest.class);
    }

    @AfterAll
    static void close() {
        if (desk != null) {
            desk.close();
        }
    }

    @BeforeEach
    void sit() {
        browser = desk.sit(1280, 900, ColorScheme.LIGHT);
        page = browser.newPage();
        desk.signIn(page);
    }

    @AfterEach
    void leave() {
        browser.close();
        assertThat(desk.complaints())
                .filteredOn(
                        text ->
                                !text.contains("422")
                                        && !text.contains("404")
                                        && !text.contains("403"))
                .isEmpty();
    }

    private Locator expression() {
        return page.locator("[data-expression]");
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    @Test
    void isOpenedWithAMessageFromItsPage() {
        page.navigate("/console/events?source=x12&fate=applied");
        page.locator("main tbody a").first().click();
        page.locator(".journey a:has-text(\"x12@\")").first().click();
        assertThat(page.locator("h1")).hasText("Studio");
        assertThat(page.locator("pre.raw")).containsText("ISA");
    }

    @Test
    void leadsFromAFindingToItsLine() {
        page.navigate("/console/mappings/json/studio");
        page.locator("#raw-title").waitFor();
        expression().fill(FLOATS);
        var finding = page.locator("[data-line=\"3\"]").first();
        assertThat(finding).isVisible();
        assertThat(Desk.violations(page)).isEmpty();
        finding.click();
        assertThat(expression()).isFocused();
        assertThat(page.evaluate("getSelection().toString()"))
                .isEqualTo("  \"quantity\": quantity * 12}}}");
    }

    @Test
    void refusesWhatBreaksAGoldenCaseAndKeepsWhatWasTyped() {
        page.navigate("/console/mappings/x12/studio");
        page.locator(".samples a:has-text(\"order\")").first().click();
        page.locator(".canonical .field").first().waitFor();
        page.getByLabel("Golden case's name").fill("as-it-was");
        press("Keep the sample as a golden case");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("as-it-was");
        assertThat(page.locator(".case")).containsText("passes");

        var broken = "{\"type\": \"order\", \"body\": {\"number\": \"1\"}}";
        expression().fill(broken);
        assertThat(page.locator(".case")).containsText("fails");
        assertThat(Desk.violations(page)).isEmpty();
        press("Publish");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("/cases/as-it-was");
        assertThat(expression()).hasValue(broken);
        assertThat(page.locator(".head")).containsText("x12@2");
        press("Publish");
        assertThat(page.locator(".head")).containsText("x12@2"); // and no third one
    }

    @Test
    void opensWithTheNewestMessageForWhomMayReadMessagesAndWithNoneForOthers() {
        page.navigate("/console/mappings/json/studio");
        assertThat(page.locator("pre.raw")).containsText("\"type\"");
        assertThat(page.locator(".samples a").first()).isVisible();
        var receipt = page.locator(".samples a").first().getAttribute("href");

        var mapper = desk.served().client("mapper", "acme", Scopes.MAPPINGS_WRITE);
        page.getByText("Sign out").click();
        page.getByLabel("Client id").fill(mapper.id());
        page.getByLabel("Client secret").fill(mapper.secret());
        page.getByRole(AriaRole.BUTTON).click();
        page.waitForURL("**/console/overview");
        page.navigate("/console/mappings/json/studio");
        assertThat(page.locator("#raw-title")).isVisible();
        assertThat(page.locator("pre.raw")).hasText("");
        assertThat(page.locator(".samples a")).hasCount(0);
        page.navigate(receipt);
        assertThat(page.locator("main")).containsText("There is no such message");
    }
}
