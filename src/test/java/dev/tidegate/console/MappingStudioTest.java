package dev.tidegate.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.tidegate.processing.Samples;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody changes a mapping in the studio. */
@Tag("browser")
@Tag("slow")
class MappingStudioTest {
    private static final Pattern LIT = Pattern.compile("\\blit\\b");

    private static Desk desk;
    private BrowserContext browser;
    private Page page;

    @BeforeAll
    static void open() {
        desk = Desk.open(MappingStudioTest.class);
    }

    @AfterAll
    static void close() {
        if (desk != null) {
            desk.close();
        }
    }

    @BeforeEach
    void sit() {
        sit(1280, 800, ColorScheme.LIGHT);
    }

    private void sit(int width, int height, ColorScheme scheme) {
        browser = desk.sit(width, height, scheme);
        page = browser.newPage();
        desk.signIn(page);
    }

    @AfterEach
    void stand() {
        browser.close();
        assertThat(desk.complaints()).filteredOn(text -> !text.contains("status of 4")).isEmpty();
    }

    @Test
    void aFieldShowsWhereItCameFrom() {
        openOn(Samples.X12_ORDER);

        var quantity = field("PO1[2]-02 (segment 8)");
        quantity.hover();
        assertThat(page.locator("pre.raw .lit")).hasText("3");
        assertThat(page.locator("[data-trail]")).hasText("from PO1[2]-02 (segment 8)");

        field("BEG[1]-03 (segment 2)").focus();
        assertThat(page.locator("pre.raw .lit")).hasText("PO-1001");
        assertThat(field("BEG[1]-03 (segment 2)")).hasClass(LIT);
    }

    @Test
    void whatIsTypedIsTriedAtOnce() {
        openOn(Samples.X12_ORDER);
        expression().fill("{\"type\": \"order\", \"body\": ");
        assertThat(page.locator("#result")).containsText("This can't be tried.");

        expression()
                .fill(
                        """
                        {"type": "order", "version": 1, "body": {"number": "TYPED-" & BEG."03", "kind": "sales",
                         "ordered_at": "2026-11-24T00:00:00Z", "currency": "EUR",
                         "lines": PO1_loop.{"line": PO1."01", "item": PO1."07", "quantity": $decimal(PO1."02")}}}
                        """);
        assertThat(page.locator(".canonical")).containsText("TYPED-PO-1001");
    }

    @Test
    void aGoldenCaseThatBreaksShowsTheDifferenceAndIsNotPublished() {
        openOn(Samples.X12_ORDER);
        page.getByLabel("Golden case's name").fill("three-lines");
        page.getByText("Keep the sample as a golden case").click();
        assertThat(page.locator(".notice.good")).containsText("Kept as golden case three-lines");
        assertThat(page.locator("#result")).containsText("1 of 1 pass");

        String before = expression().inputValue();
        expression().fill(broken(before));
        assertThat(page.locator("#result")).containsText("0 of 1 pass");
        assertThat(page.locator(".case")).containsText("/0/");
        page.locator(".case").first().scrollIntoViewIfNeeded();
        Desk.pictureHere(page, "mapping-studio-case");

        page.getByRole(AriaRole.BUTTON, named("Publish")).click();
        assertThat(page.locator("main")).containsText("golden case");
    }

    @Test
    void aDraftIsKeptComparedRehearsedAndPublished() {
        page.navigate("/console/mappings/json/studio");
        settled();
        expression().fill("/* nothing but a word */\n" + expression().inputValue());
        page.getByRole(AriaRole.BUTTON, named("Rehearse on what the source has sent")).click();
        assertThat(page.locator("[data-report]")).containsText("Nothing would change.");

        page.getByLabel("What was changed, and why").fill("a word");
        page.getByRole(AriaRole.BUTTON, named("Save as draft")).click();
        assertThat(page.locator(".notice.good[role=status]").first()).containsText("Kept as draft");
        page.getByRole(AriaRole.BUTTON, named("Publish")).click();
        assertThat(page.locator(".notice.good[role=status]").first())
                .containsText("Published as json@");

        page.navigate("/console/mappings/json/difference");
        assertThat(page.locator(".difference .new")).containsText("nothing but a word");
        assertThat(Desk.violations(page)).isEmpty();
        Desk.picture(page, "mapping-difference");
    }

    @Test
    void aRehearsalTellsWhatWouldBreakByPartner() {
        page.navigate("/console/mappings/x12/studio");
        settled();
        expression().fill("{\"type\": \"order\", \"body\": {\"number\": BEG.\"03\"}}");
        page.getByRole(AriaRole.BUTTON, named("Rehearse on what the source has sent")).click();
        assertThat(page.locator("[data-report]")).containsText("entries would change");
        assertThat(page.locator("[data-report]")).containsText("broken");
        assertThat(Desk.violations(page)).isEmpty();
        page.locator("[data-report]").scrollIntoViewIfNeeded();
        Desk.pictureHere(page, "mapping-rehearsal");
    }

    @Test
    void everyScreenIsAccessibleInLight() {
        everyScreen("", true);
    }

    @Test
    void everyScreenIsReadableInDark() {
        browser.close();
        sit(1280, 800, ColorScheme.DARK);
        everyScreen("-dark", false);
    }

    @Test
    void everyScreenFitsAPhone() {
        browser.close();
        sit(390, 844, ColorScheme.LIGHT);
        for (String address : new String[] {"", "/x12", "/x12/difference", "/x12/studio"}) {
            page.navigate("/console/mappings" + address);
            assertThat(
                            page.evaluate(
                                    "document.documentElement.scrollWidth -"
                                            + " document.documentElement.clientWidth"))
                    .as(address)
                    .isEqualTo(0);
        }
    }

    private void everyScreen(String style, boolean whole) {
        page.navigate("/console/mappings");
        check(whole);
        if (whole) {
            Desk.picture(page, "mappings");
        }
        page.navigate("/console/mappings/x12");
        check(whole);
        if (whole) {
            Desk.picture(page, "mapping");
        }
        openOn(Samples.X12_ORDER);
        field("PO1[2]-02 (segment 8)").focus();
        check(whole);
        page.locator("#result").scrollIntoViewIfNeeded();
        Desk.pictureHere(page, "mapping-studio" + style);
    }

    private void check(boolean whole) {
        assertThat(whole ? Desk.violations(page) : Desk.contrastViolations(page)).isEmpty();
    }

    private void openOn(String sample) {
        page.navigate("/console/mappings/x12/studio");
        settled();
        var content = page.locator("textarea[name=content]");
        if (!content.isVisible()) {
            page.getByText("Sample: paste another message").click();
        }
        content.fill(sample);
        field("PO1[2]-02 (segment 8)").waitFor();
    }

    /** The first trial has come. */
    private void settled() {
        page.locator("#raw-title").waitFor();
    }

    private com.microsoft.playwright.Locator expression() {
        return page.locator("textarea[name=expression]");
    }

    private com.microsoft.playwright.Locator field(String told) {
        return page.locator(".field[data-told=\"" + told + "\"]").first();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** The mapping, with the numbers of orders told otherwise. */
    private static String broken(String expression) {
        return "($all := ("
                + expression
                + ");\n$map($all, function($e) {$merge([$e, {\"body\": $merge([$e.body,"
                + " {\"number\": \"other\"}])}])}))";
    }
}
