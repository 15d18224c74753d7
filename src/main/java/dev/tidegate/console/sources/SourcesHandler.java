package dev.tidegate.console.sources;

import dev.tidegate.console.frame.Asked;
import dev.tidegate.console.frame.Pages;
import dev.tidegate.console.frame.Section;
import dev.tidegate.governance.drift.Findings;
import dev.tidegate.governance.source.SourceProblems;
import dev.tidegate.governance.source.Sources;
import dev.tidegate.platform.SourceId;
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

/** {@code /console/sources}. */
@Controller
final class SourcesHandler {
    private static final int FINDINGS_MAX = 500;

    private final Sources sources;
    private final Findings findings;
    private final Pages pages;

    SourcesHandler(Sources sources, Findings findings, Pages pages) {
        this.sources = sources;
        this.findings = findings;
        this.pages = pages;
    }

    @GetMapping("/console/sources")
    @Needs(Scopes.MAPPINGS_READ)
    View list(Caller caller, @RequestParam Map<String, String> parameters) {
        var asked = new Asked(Section.SOURCES.path(), parameters);
        var after = Cursor.parse(asked.cursor(), 1).map(at -> at.keys().getFirst()).orElse("");
        var found =
                Page.of(
                        sources.definitions(caller.tenant(), after, Asked.ROWS + 1),
                        Asked.ROWS,
                        last -> Cursor.of(last.source().value()));
        var open =
                findings.before(
                        caller.tenant(), filter(Optional.empty()), Long.MAX_VALUE, FINDINGS_MAX);
        return pages.page("sources/list", new SourcesPage(asked, found, open));
    }

    @GetMapping("/console/sources/{source}")
    @Needs(Scopes.MAPPINGS_READ)
    View one(Caller caller, @PathVariable SourceId source) {
        var definition =
                sources.definition(caller.tenant(), source)
                        .orElseThrow(
                                () -> SourceProblems.unknownSource(source.value()).asException());
        var open =
                findings.before(
                        caller.tenant(),
                        filter(Optional.of(source.value())),
                        Long.MAX_VALUE,
                        FINDINGS_MAX);
        return pages.page("sources/one", new SourcePage(definition, open));
    }

    private static Findings.Filter filter(Optional<String> source) {
        return new Findings.Filter(source, Optional.of("open"), Optional.empty(), Optional.empty());
    }
}
