package dev.tidegate.console.docs;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** {@code /docs}: open to everyone, since a stranger must be able to learn how to sign in. */
@Controller
final class DocsHandler {
    private static final int QUERY_LENGTH_MAX = 100;

    private final DocLibrary library;
    private final Pages pages;
    private final Markdown markdown = new Markdown();
    private final Map<String, String> rendered = new ConcurrentHashMap<>();

    DocsHandler(DocLibrary library, Pages pages) {
        this.library = library;
        this.pages = pages;
    }

    @GetMapping("/docs")
    @Needs(Needs.NOTHING)
    View home(@RequestParam Optional<String> q) {
        String query =
                q.map(String::strip).filter(text -> text.length() <= QUERY_LENGTH_MAX).orElse("");
        if (!query.isEmpty()) {
            var found = entries(library.search(query), "?");
            return pages.page("docs/page", new DocsPage("Search", "", groups("?"), query, found));
        }
        return library.find("").map(this::view).orElseGet(this::contents);
    }

    /** The address that problem answers name in {@code type}. */
    @GetMapping("/docs/problems/{code}")
    @Needs(Needs.NOTHING)
    View problem(@PathVariable String code) {
        return library.find("problems/" + code)
                .map(this::view)
                .or(() -> library.problem(code).map(RedirectView::new))
                .orElseThrow(() -> missing("problems/" + code));
    }

    @GetMapping("/docs/{*path}")
    @Needs(Needs.NOTHING)
    View page(@PathVariable String path) {
        String asked = path.substring(1).replaceFirst("/$", "");
        if (asked.endsWith(".md")) {
            return new RedirectView(DocLinks.resolve("", asked));
        }
        return library.find(asked).map(this::view).orElseThrow(() -> missing(asked));
    }

    private View view(DocPage page) {
        String html = rendered.computeIfAbsent(page.path(), path -> markdown.html(page));
        return pages.page(
                "docs/page", new DocsPage(page.title(), html, groups(page.path()), "", List.of()));
    }

    private View contents() {
        return pages.page(
                "docs/page", new DocsPage("Documentation", "", groups(""), "", List.of()));
    }

    private List<DocsPage.Group> groups(String path) {
        return Arrays.stream(DocKind.values())
                .filter(kind -> kind != DocKind.PROBLEM)
                .map(kind -> group(kind, path))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    private DocsPage.Group group(DocKind kind, String path) {
        return new DocsPage.Group(kind.title(), kind.purpose(), entries(library.of(kind), path));
    }

    private static List<DocsPage.Entry> entries(List<DocPage> pages, String path) {
        return pages.stream()
                .map(page -> new DocsPage.Entry(page.title(), page.url(), page.path().equals(path)))
                .toList();
    }

    private static RuntimeException missing(String path) {
        return Problem.of(
                        404,
                        "not_found",
                        "No such page",
                        "The documentation has no page '" + path + "'.",
                        "Start at /docs, or search there.")
                .asException();
    }
}
