package dev.tidegate.console.sources;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.governance.drift.BlastRadius;
import dev.tidegate.governance.drift.Finding;
import dev.tidegate.governance.drift.Findings;
import dev.tidegate.governance.source.SourceCatalog;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.Scopes;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** {@code /console/findings/{id}}: the difference, whom it touches, and its end. */
@Controller
final class FindingHandler {
    private static final int WHY_LENGTH_MAX = 1_000;

    private final Findings findings;
    private final BlastRadius radius;
    private final SourceCatalog sources;
    private final Pages pages;

    FindingHandler(Findings findings, BlastRadius radius, SourceCatalog sources, Pages pages) {
        this.findings = findings;
        this.radius = radius;
        this.sources = sources;
        this.pages = pages;
    }

    @GetMapping("/console/findings/{id}")
    @Needs(Scopes.MAPPINGS_READ)
    View one(Caller caller, @PathVariable String id) {
        return view(caller, find(caller, id), Optional.empty());
    }

    /** By the contract in force, where a newer one than the finding's is. */
    @PostMapping("/console/findings/{id}/close")
    @Needs(Scopes.MAPPINGS_WRITE)
    View close(Caller caller, @PathVariable String id, @RequestParam Optional<String> why) {
        var finding = find(caller, id);
        var told = why.map(String::strip).filter(text -> !text.isEmpty());
        if (told.isEmpty() || told.get().length() > WHY_LENGTH_MAX) {
            return view(caller, finding, Optional.of("Say why in 1 to 1000 characters."));
        }
        if (!finding.open()) {
            return view(caller, finding, Optional.of("It was closed already."));
        }
        var closed = findings.close(caller, finding.id(), told.get(), fix(caller, finding));
        return view(caller, closed, Optional.of("Closed."));
    }

    private String fix(Caller caller, Finding finding) {
        return sources.find(caller.tenant(), new SourceId(finding.source()))
                .flatMap(source -> source.contract().fields())
                .filter(agreement -> agreement.version() > finding.contract())
                .map(agreement -> "contract@" + agreement.version())
                .orElse("");
    }

    private View view(Caller caller, Finding finding, Optional<String> done) {
        var touched = radius.of(caller.tenant(), new SourceId(finding.source()), finding.path());
        return pages.page("sources/finding", new FindingPage(finding, touched, done));
    }

    private Finding find(Caller caller, String id) {
        return (id.matches("[0-9]{1,18}")
                        ? findings.find(caller.tenant(), Long.parseLong(id))
                        : Optional.<Finding>empty())
                .orElseThrow(() -> missing().asException());
    }

    private static Problem missing() {
        return Problem.of(
                404,
                "unknown_finding",
                "There is no such finding",
                "This tenant has no finding of this id.",
                "Look among the findings of its source.");
    }
}
