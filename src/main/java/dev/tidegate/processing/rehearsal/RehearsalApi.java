package dev.tidegate.processing.rehearsal;

import dev.tidegate.governance.accounting.Span;
import dev.tidegate.governance.source.MappingCatalog;
import dev.tidegate.governance.source.MappingCheck;
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
import java.util.Optional;
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
    private final MappingCatalog mappings;
    private final MappingCheck check;
    private final Rehearsals rehearsals;

    public RehearsalApi(
            SourceCatalog sources,
            MappingCatalog mappings,
            MappingCheck check,
            Rehearsals rehearsals) {
        this.sources = sources;
        this.mappings = mappings;
        this.check = check;
        this.rehearsals = rehearsals;
    }

    /**
     * The candidate, told one way or the other, and the span.
     *
     * @param mapping a published version, such as {@code x12@4}
     * @param expression JSONata that isn't published yet
     * @param from accepted at or after; since ever where it isn't told
     * @param to accepted before; until now where it isn't told
     */
    record Candidate(
            @Nullable String mapping,
            @Nullable String expression,
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
        if ((candidate.mapping() == null) == (candidate.expression() == null)) {
            throw SourceProblems.field(
                            "/mapping", "either a mapping or an expression is told, and not both")
                    .asException();
        }
        return candidate.mapping() != null
                ? published(source, candidate.mapping())
                : compiled(candidate.expression());
    }

    private MappingVersion published(SourceDefinition source, String label) {
        int at = label.lastIndexOf('@');
        if (at < 0 || !label.substring(at + 1).matches("[0-9]{1,9}")) {
            throw SourceProblems.field("/mapping", "it names no version, such as x12@4")
                    .asException();
        }
        return mappings.find(
                        source.tenant(),
                        label.substring(0, at),
                        Integer.parseInt(label.substring(at + 1)))
                .orElseThrow(() -> SourceProblems.unknownMapping(label).asException());
    }

    private MappingVersion compiled(@Nullable String expression) {
        String told = expression == null ? "" : expression;
        check.fault(told)
                .ifPresent(
                        fault -> {
                            throw SourceProblems.doesNotCompile("/expression", fault).asException();
                        });
        return new MappingVersion(UNPUBLISHED, 0, told);
    }
}
