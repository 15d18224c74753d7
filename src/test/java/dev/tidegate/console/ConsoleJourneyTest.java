package dev.tidegate.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person does here, with the keyboard alone where that is the point. */
@Tag("browser")
@Tag("slow")
class ConsoleJourneyTest {
    private static Desk desk;

    private BrowserContext browser;
    private Page page;

    @BeforeAll
    static void open() {
        desk = Desk.open(ConsoleJourneyTest.class);
    }

    @AfterAll
    static void close() {
        if (desk != null) {
            desk.close();
        }
    }

    @BeforeEach
    void sit() {
        browser = desk.sit(1280, 800, ColorScheme.LIGHT);
        page = browser.newPage();
    }

    @AfterEach
    void leave() {
        browser.close();
        assertThat(desk.complaints())
                .filteredOn(text -> !text.contains("401 (Unauthorized)"))
                .isEmpty();
    }

    @Test
    void signsInSearchesAndReadsAMessageByKeyboardAlone() {
        var client = desk.credentials("acme");
        page.navigate("/console/orders");
        assertThat(page.locator("[name=client_id]")).isFocused();
        page.keyboard().type(client.id());
        page.keyboard().press("Tab");
        page.keyboard().type(client.secret());
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/console/orders$"));

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();

        page.keyboard().press("g");
        page.keyboard().press("e");
        assertThat(page).hasTitle(Pattern.compile("^Events"));
        page.keyboard().press("/");
        assertThat(page.locator("[data-search]")).isFocused();
        page.keyboard().type("SO-1001");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("q=SO-1001"));

        page.locator("h1").click(); // leaves the field; from here on keys again
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Message");
        assertThat(page.locator(".journey")).containsText("SO-1001");
    }

    @Test
    void tellsItsKeysAndGivesTheFocusBack() {
        desk.signIn(page);
        page.keyboard().press("?");
        var help = page.getByRole(AriaRole.DIALOG);
        assertThat(help).containsText("Go to orders");
        page.keyboard().press("Escape");
        assertThat(help).isHidden();
    }

    @Test
    void saysWhereCredentialsAreAndWhatWasWrong() {
        page.navigate("/console/sign-in");
        assertThat(page.locator("main")).containsText(".tidegate/credentials.json");
        page.getByLabel("Client id").fill("acme");
        page.getByLabel("Client secret").fill("guess");
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("No client has this id and secret");
        assertThat(page.getByLabel("Client secret")).hasValue("");
        assertThat(Desk.violations(page)).isEmpty();
        page.navigate("/console/sign-in");
        Desk.picture(page, "sign-in");
    }

    @Test
    void renewsTheOverviewWithoutAnyoneAskingAndHoldsStillWhenPaused() {
        desk.signIn(page);
        var messages = page.locator("#stats .stat").filter(messagesStat());
        var before = messages.innerText();
        desk.send(
                "{\"type\":\"stock_movement\",\"number\":\"GR-UI-1\",\"kind\":\"receipt\",\"item\":\"TENT-2P\","
                        + "\"location\":\"BER-1\",\"quantity\":\"3\",\"occurred_at\":\"2026-11-24T09:00:00Z\"}");
        assertThat(messages).not().hasText(before);
        assertThat(page.locator("[data-keep]")).containsText("TENT-2P");

        page.getByText("Pause live updates").click();
        assertThat(page.getByText("Pause live updates")).hasAttribute("aria-pressed", "true");
    }

    private static com.microsoft.playwright.Locator.FilterOptions messagesStat() {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText("Messages");
    }

    @Test
    void foreseesAndReprocessesADeadLetter() {
        desk.signIn(page);
        page.navigate("/console/dead-letters");
        page.locator("[aria-labelledby=letters] tbody a").first().click();
        page.getByText("Preview reading again").click();
        assertThat(page.getByText("Nothing has been done yet")).isVisible();
        assertThat(Desk.violations(page)).isEmpty();
        Desk.picture(page, "dead-letter-preview");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Read again now"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("read again");
    }

    @Test
    void signsOut() {
        desk.signIn(page);
        page.getByText("Sign out").click();
        assertThat(page).hasURL(Pattern.compile("/console/sign-in$"));
        page.navigate("/console/overview");
        assertThat(page).hasURL(Pattern.compile("/console/sign-in"));
    }
}
