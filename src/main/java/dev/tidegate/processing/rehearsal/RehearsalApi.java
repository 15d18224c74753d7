package dev.tidegate.processing.rehearsal;

import dev.tidegate.governance.accounting.Span;
import dev.tidegate.governance.source.MappingCatalog;
import dev.tidegate.governance.source.MappingCheck;
import dev.tidegate.governance.source.Mappings;
import dev.tidegate.governance.source.SourceCatalog;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import dev.tidegate.governance.source.SourceProblems;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /v1/sources/{source}/rehearsals}: what a mapping would change, before it does. */
@RestController
public final class RehearsalApi {
    /** How a candidate that is no version yet is named in the report. */
    private static final String UNPUBLISHED = "candidate";

    private final SourceCatalog sources;
    private final MappingCatalog catalog;
    private final Mappings mappings;
    private final MappingCheck check;
    private final Rehearsals rehearsals;

    public RehearsalApi(
            SourceCatalog sources,
            MappingCatalog catalog,
            Mappings mappings,
            MappingCheck check,
            Rehearsals rehearsals) {
        this.sources = sources;
        this.catalog = catalog;
        this.mappings = mappings;
        this.check = check;
        this.rehearsals = rehearsals;
    }

    /**
     * The candidate, told one way or the other, and the span. Code lists alone are a candidate too:
     * the source's mapping, bound to them.
     *
     * @param mapping a published version, such as {@code x12@4}
     * @param expression JSONata that isn't published yet
     * @param codeLists by name of a list the version to read codes by instead
     * @param from accepted at or after; since ever where it isn't told
     * @param to accepted before; until now where it isn't told
     */
    record Candidate(
            @Nullable String mapping,
            @Nullable String expression,
            @Nullable Map<String, Integer> codeLists,
            @Nullable Instant from,
            @Nullable Instant to) {}

    @Operation(summary = "What a mapping would change of what a source has sent")
    @PostMapping("/v1/sources/{source}/rehearsals")
    @Needs(Scopes.MAPPINGS_READ)
    Report.Told rehearse(
            Caller caller, @PathVariable SourceId source, @RequestBody Candidate candidate) {
        var present =
                sources.find(caller.tenant(), source)
                        .orElseThrow(
                                () -> SourceProblems.unknownSource(source.value()).asException());
        var span =
                new Span(
                        Optional.ofNullable(candidate.from()), Optional.ofNullable(candidate.to()));
        return rehearsals.rehearse(
                new Rehearsals.Asked(present, present.reading(mapping(present, candidate)), span));
    }

    private MappingVersion mapping(SourceDefinition source, Candidate candidate) {
        var lists = Objects.requireNonNullElse(candidate.codeLists(), Map.<String, Integer>of());
        boolean listsAlone =
                candidate.mapping() == null && candidate.expression() == null && !lists.isEmpty();
        if (!listsAlone && (candidate.mapping() == null) == (candidate.expression() == null)) {
            throw SourceProblems.field(
                            "/mapping", "either a mapping or an expression is told, and not both")
                    .asException();
        }
        if (candidate.expression() != null) {
            return compiled(source, candidate.expression(), lists);
        }
        var mapping =
                candidate.mapping() == null
                        ? source.mapping()
                        : published(source, candidate.mapping());
        return lists.isEmpty() ? mapping : bound(source, mapping, lists);
    }

    /** The version with other lists: no version yet, so it is named as a candidate. */
    private MappingVersion bound(
            SourceDefinition source, MappingVersion mapping, Map<String, Integer> lists) {
        var all = new TreeMap<>(mapping.codes().versions());
        all.putAll(lists);
        return mappings.bound(source.tenant(), UNPUBLISHED, mapping.expression(), all);
    }

    private MappingVersion published(SourceDefinition source, String label) {
        int at = label.lastIndexOf('@');
        if (at < 0 || !label.substring(at + 1).matches("[0-9]{1,9}")) {
            throw SourceProblems.field("/mapping", "it names no version, such as x12@4")
                    .asException();
        }
        return catalog.find(
                        source.tenant(),
                        label.substring(0, at),
                        Integer.parseInt(label.substring(at + 1)))
                .orElseThrow(() -> SourceProblems.unknownMapping(label).asException());
    }

    private MappingVersion compiled(
            SourceDefinition source, String expression, Map<String, Integer> lists) {
        check.fault(expression)
                .ifPresent(
                        fault -> {
                            throw SourceProblems.doesNotCompile("/expression", fault).asException();
                        });
        return mappings.bound(source.tenant(), UNPUBLISHED, expression, lists);
    }
}
