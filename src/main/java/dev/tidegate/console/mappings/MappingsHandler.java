package dev.tidegate.console.mappings;

import dev.tidegate.console.frame.Asked;
import dev.tidegate.console.frame.LineDifference;
import dev.tidegate.console.frame.Pages;
import dev.tidegate.console.frame.Section;
import dev.tidegate.governance.source.MappingStudio;
import dev.tidegate.governance.source.Mappings;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Cursor;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Scopes;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** {@code /console/mappings}: what there is, and how versions differ. */
@Controller
final class MappingsHandler {
    private static final int VERSIONS = 50;

    private final Mappings mappings;
    private final MappingStudio studio;
    private final Pages pages;

    MappingsHandler(Mappings mappings, MappingStudio studio, Pages pages) {
        this.mappings = mappings;
        this.studio = studio;
        this.pages = pages;
    }

    @GetMapping("/console/mappings")
    @Needs(Scopes.MAPPINGS_READ)
    View list(Caller caller, @RequestParam Map<String, String> parameters) {
        var asked = new Asked(Section.MAPPINGS.path(), parameters);
        var after = Cursor.parse(asked.cursor(), 1).map(at -> at.keys().getFirst()).orElse("");
        var found =
                Page.of(
                        mappings.after(caller.tenant(), after, Asked.ROWS + 1),
                        Asked.ROWS,
                        last -> Cursor.of(last.name()));
        return pages.page("mappings/list", new MappingsPage(asked, found));
    }

    @GetMapping("/console/mappings/{name}")
    @Needs(Scopes.MAPPINGS_READ)
    View one(Caller caller, @PathVariable String name) {
        var tenant = caller.tenant();
        return pages.page(
                "mappings/one",
                new MappingPage(
                        name,
                        studio.versions(tenant, name, VERSIONS),
                        studio.cases(tenant, name),
                        studio.sources(tenant, name).stream()
                                .filter(one -> one.mapping().startsWith(name + "@"))
                                .toList(),
                        studio.isReviewed(tenant, name)));
    }

    /** Between two versions; those before the newest and the newest, where they aren't told. */
    @GetMapping("/console/mappings/{name}/difference")
    @Needs(Scopes.MAPPINGS_READ)
    View difference(
            Caller caller,
            @PathVariable String name,
            @RequestParam("from") Optional<Integer> from,
            @RequestParam("to") Optional<Integer> to) {
        var versions = studio.versions(caller.tenant(), name, VERSIONS);
        int later = to.orElse(versions.getFirst().version());
        int earlier = from.orElse(versions.get(Math.min(1, versions.size() - 1)).version());
        var before = studio.version(caller.tenant(), name, earlier);
        var after = studio.version(caller.tenant(), name, later);
        return pages.page(
                "mappings/difference",
                new DifferencePage(
                        versions,
                        before,
                        after,
                        LineDifference.between(before.expression(), after.expression())));
    }
}
