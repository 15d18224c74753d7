package dev.tidegate.console.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every page below {@code docs/} on the class path, read once at start. */
final class DocLibrary {
    private static final String ROOT = "docs/";
    private static final int FOUND_MAX = 30;

    private final Map<String, DocPage> byPath = new TreeMap<>();

    DocLibrary(Map<String, String> markdownByFile) {
        markdownByFile.forEach(
                (file, markdown) -> {
                    var page = DocPage.of(file, markdown);
                    byPath.put(page.path(), page);
                });
    }

    static DocLibrary ofTheProgram() {
        var files = new TreeMap<String, String>();
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (Resource file : resolver.getResources("classpath*:" + ROOT + "**/*.md")) {
                String url = file.getURL().toString();
                files.put(
                        url.substring(url.lastIndexOf("/" + ROOT) + ROOT.length() + 1),
                        file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DocLibrary(files);
    }

    Optional<DocPage> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Pages of one kind, by title; decisions by their number. */
    List<DocPage> of(DocKind kind) {
        var byTitle = Comparator.comparing((DocPage page) -> page.title().toLowerCase(Locale.ROOT));
        return byPath.values().stream()
                .filter(page -> DocKind.of(page) == kind)
                .sorted(kind == DocKind.DECISION ? Comparator.comparing(DocPage::path) : byTitle)
                .toList();
    }

    /** Where a problem's code is explained: a page of its own, or a heading that is its name. */
    Optional<String> problem(String code) {
        var own = find("reference/problems/" + code);
        if (own.isPresent()) {
            return own.map(DocPage::url);
        }
        return byPath.values().stream()
                .filter(page -> Headings.has(page.markdown(), code))
                .map(page -> page.url() + "#" + code)
                .findFirst();
    }

    /** Pages that have all the words, those with them in the title first. */
    List<DocPage> search(String text) {
        var words = List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        return byPath.values().stream()
                .filter(page -> hasAll(page.markdown(), words))
                .sorted(
                        Comparator.comparing((DocPage page) -> !hasAll(page.title(), words))
                                .thenComparing(DocPage::path))
                .limit(FOUND_MAX)
                .toList();
    }

    private static boolean hasAll(String text, List<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }
}
