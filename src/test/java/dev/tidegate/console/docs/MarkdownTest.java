package dev.tidegate.console.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    private static String html(String markdown) {
        return new Markdown().html(DocPage.of("how-to/send.md", markdown));
    }

    @Test
    void showsMarkupOfTheSourceInsteadOfObeyingIt() {
        assertThat(html("a <script>alert(1)</script> <img src=x onerror=y>"))
                .doesNotContain("<script", "<img")
                .contains("&lt;script&gt;");
    }

    @Test
    void dropsAddressesThatRun() {
        assertThat(html("[click](javascript:alert%281%29)")).doesNotContain("javascript:");
    }

    @Test
    void givesEachHeadingAnAnchorOfItsOwn() {
        assertThat(html("## `unsupported_type`\n\n## Twice\n\n## Twice"))
                .contains("id=\"unsupported_type\"", "id=\"twice\"", "id=\"twice-1\"");
    }

    @Test
    void turnsLinksBetweenFilesIntoLinksBetweenPages() {
        assertThat(html("[a](../reference/api.md#limits) [b](other.md) [c](../README.md)"))
                .contains("\"/docs/reference/api#limits\"", "\"/docs/how-to/other\"", "\"/docs\"");
    }

    @Test
    void leavesCommentsOut() {
        assertThat(html("<!-- note -->\n\ntext")).doesNotContain("note");
    }

    @Test
    void findsAProblemByItsPageOrByAHeadingThatIsItsName() {
        var library =
                new DocLibrary(
                        Map.of(
                                "reference/problems.md",
                                "# Problems\n\n## `rate_limited`\n\nWait.",
                                "reference/problems/not_found.md",
                                "# Not found"));

        assertThat(library.problem("rate_limited"))
                .contains("/docs/reference/problems#rate_limited");
        assertThat(library.problem("not_found")).contains("/docs/reference/problems/not_found");
        assertThat(library.problem("no_such")).isEmpty();
    }
}
