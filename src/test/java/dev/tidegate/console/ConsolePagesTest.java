package dev.tidegate.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every page: accessible by the rules of axe, readable in dark, within the width of a phone, and
 * silent in the browser's console.
 */
@Tag("browser")
@Tag("slow")
class ConsolePagesTest {
    private static final String OVERFLOW =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private static Desk desk;

    /**
     * @param address with a step to take there: {@code > text} follows the link with that text in
     *     the main part
     */
    private record Place(String name, String address, String follow) {
        void visit(Page page) {
            page.navigate(address);
            if (!follow.isEmpty()) {
                page.locator("main " + follow).first().click();
                page.waitForLoadState();
            }
        }
    }

    private static final List<Place> PLACES =
            List.of(
                    new Place("overview", "/console/overview", ""),
                    new Place("events", "/console/events", ""),
                    new Place("events-none", "/console/events?key=no-such", ""),
                    new Place(
                            "message",
                            "/console/events?source=x12&type=order&fate=applied",
                            "tbody a"),
                    new Place("orders", "/console/orders", ""),
                    new Place("order", "/console/orders?number=SO-1001", "tbody a"),
                    new Place("stock", "/console/stock", ""),
                    new Place("stock-item", "/console/stock/item?item=TENT-2P", ""),
                    new Place("shipments", "/console/shipments", ""),
                    new Place("shipment", "/console/shipments?direction=outbound", "tbody a"),
                    new Place("dead-letters", "/console/dead-letters", ""),
                    new Place(
                            "dead-letter",
                            "/console/dead-letters?code=not_a_decimal",
                            "[aria-labelledby=letters] tbody a"),
                    new Place("sources", "/console/sources", ""),
                    new Place("source", "/console/sources/erp", ""),
                    new Place("finding", "/console/sources/erp", "tr:has-text('changed unit') a"),
                    new Place("schemas", "/console/schemas", ""),
                    new Place("schema", "/console/schemas", "tbody a"),
                    new Place("docs", "/docs", ""),
                    new Place(
                            "docs-decision",
                            "/docs/adr/0001-the-receipt-is-the-address-of-the-bytes",
                            ""),
                    new Place("missing", "/console/orders/so_bm9uZQ", ""));

    /** Which of them the documentation shows: every page in light, some in the other styles. */
    private static final Set<String> PICTURED =
            Set.of("", "overview-dark", "dead-letter-dark", "orders-phone", "shipment-phone");

    @BeforeAll
    static void open() {
        desk = Desk.open(ConsolePagesTest.class);
        Drifting.source(desk);
        Registered.schemas(desk);
    }

    @AfterAll
    static void close() {
        if (desk != null) {
            desk.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> isAccessibleInLight() {
        return onEvery(desk.sit(1280, 800, ColorScheme.LIGHT), "", ConsolePagesTest::accessible);
    }

    @TestFactory
    Stream<DynamicTest> isReadableInDark() {
        return onEvery(
                desk.sit(1280, 800, ColorScheme.DARK),
                "-dark",
                page -> {
                    assertThat(Desk.contrastViolations(page)).isEmpty();
                    quiet();
                });
    }

    @TestFactory
    Stream<DynamicTest> fitsAPhone() {
        return onEvery(
                desk.sit(390, 844, ColorScheme.LIGHT),
                "-phone",
                page -> {
                    assertThat(page.evaluate(OVERFLOW)).isEqualTo(0);
                    quiet();
                });
    }

    private static void accessible(Page page) {
        assertThat(Desk.violations(page)).isEmpty();
        quiet();
    }

    private static void quiet() {
        assertThat(desk.complaints()).filteredOn(text -> !text.contains("404")).isEmpty();
    }

    private interface Check {
        void on(Page page);
    }

    private static Stream<DynamicTest> onEvery(BrowserContext browser, String style, Check check) {
        var page = browser.newPage();
        desk.signIn(page);
        return PLACES.stream()
                .map(
                        place ->
                                DynamicTest.dynamicTest(
                                        place.name() + style,
                                        () -> {
                                            place.visit(page);
                                            if (place.name().equals("overview")) {
                                                page.locator(".chart canvas").waitFor();
                                                if (style.isEmpty()) {
                                                    desk.bustle();
                                                }
                                            }
                                            if (PICTURED.contains(style)
                                                    || PICTURED.contains(place.name() + style)) {
                                                Desk.picture(page, place.name() + style);
                                            }
                                            check.on(page);
                                        }))
                .onClose(browser::close);
    }
}
