package dev.tidegate.console.sources;

import dev.tidegate.console.frame.Asked;
import dev.tidegate.console.frame.Pill;
import dev.tidegate.governance.drift.Finding;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.platform.web.Page;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sources by name.
 *
 * @param open findings of all sources
 */
public record SourcesPage(Asked asked, Page<SourceDefinition> sources, List<Finding> open) {

    public long breaking(SourceDefinition source) {
        return of(source).filter(Finding::breaking).count();
    }

    public long notes(SourceDefinition source) {
        return of(source).filter(finding -> !finding.breaking()).count();
    }

    private Stream<Finding> of(SourceDefinition source) {
        return open.stream().filter(one -> one.source().equals(source.source().value()));
    }

    /** What stands between the source and its contract, at a glance. */
    public Pill contract(SourceDefinition source) {
        if (source.contract().fields().isEmpty()) {
            return new Pill("no contract", "", "open");
        }
        return breaking(source) > 0
                ? new Pill("drifting", "bad", "warning")
                : notes(source) > 0
                        ? new Pill("new fields", "warn", "half")
                        : new Pill("as agreed", "good", "applied");
    }

    public static String link(SourceDefinition source) {
        return "/console/sources/" + source.source().value();
    }
}
