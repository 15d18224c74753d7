package dev.tidegate.proof.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The console's pages and buttons: one's own things, another's, and nobody's session. */
interface ConsoleWalls {
    Stage stage();

    @TestFactory
    default Stream<DynamicTest> aPageShowsNothingOfAnothers() {
        return pages().map(
                        page ->
                                page.fact(
                                        () ->
                                                SoftAssertions.assertSoftly(
                                                        softly -> comparePages(softly, page))));
    }

    private void comparePages(SoftAssertions softly, Endpoint page) {
        var victims = Ask.each(page, stage().names(), true).toList();
        var missing = Ask.each(page, stage().names(), false).toList();
        for (int i = 0; i < victims.size(); i++) {
            var path = victims.get(i).path();
            var answer = stage().stranger().get(path);
            softly.assertThat(answer.body()).as(path).doesNotContain(Victim.MARK);
            softly.assertThat(answer.status())
                    .as(path)
                    .isEqualTo(stage().stranger().get(missing.get(i).path()).status());
        }
    }

    @TestFactory
    default Stream<DynamicTest> aButtonDoesNothingToAnothers() {
        return buttons()
                .map(
                        button ->
                                button.fact(
                                        () -> {
                                            var answer =
                                                    stage().stranger().press(path(button, true));
                                            if (!namesOnesOwn(button)) {
                                                assertThat(answer.status()).isEqualTo(404);
                                            }
                                            assertThat(answer.status())
                                                    .isEqualTo(
                                                            stage().stranger()
                                                                    .press(path(button, false))
                                                                    .status());
                                            assertThat(answer.body()).doesNotContain(Victim.MARK);
                                        }));
    }

    /**
     * Each tenant may have a mapping of any name; the stranger has got some of these by now. Who
     * onboards a partner names nothing yet.
     */
    private static boolean namesOnesOwn(Endpoint button) {
        return button.pattern().startsWith("/console/mappings/")
                || button.pattern().equals("/console/onboarding");
    }

    @TestFactory
    default Stream<DynamicTest> aPageIsShownToNobodyWithoutASession() {
        return pages().map(
                        page ->
                                page.fact(
                                        () -> {
                                            try (var nobody = new Browser(stage().served())) {
                                                var answer = nobody.get(path(page, true));
                                                assertThat(answer.status()).isEqualTo(302);
                                                assertThat(answer.headers().get("Location"))
                                                        .singleElement()
                                                        .asString()
                                                        .contains("/console/sign-in");
                                            }
                                        }));
    }

    @Test
    default void theVictimsPagesShowItsOwn() {
        assertThat(pages().map(page -> stage().victim().get(path(page, true)).body()))
                .filteredOn(body -> body.contains(Victim.MARK))
                .hasSizeGreaterThan(2);
    }

    private Stream<Endpoint> pages() {
        return ofConsole("GET");
    }

    private Stream<Endpoint> buttons() {
        return ofConsole("POST");
    }

    private Stream<Endpoint> ofConsole(String method) {
        return stage().endpoints().stream()
                .filter(e -> e.pattern().startsWith("/console/") && e.method().equals(method))
                .filter(e -> !e.pattern().contains("/sign-"));
    }

    private String path(Endpoint page, boolean victims) {
        return stage().first(page, victims).path();
    }
}
