package dev.tidegate.governance.source;

import dev.tidegate.contract.FieldOrigin;
import dev.tidegate.governance.accounting.Span;
import dev.tidegate.governance.source.MappingCases.Sample;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What somebody who writes a mapping asks: what it makes of a sample, and what it would change. */
public final class MappingStudio {
    /** How an expression that is no version yet is named. */
    private static final String UNPUBLISHED = "candidate";

    private static final int SOURCES_MAX = 500;

    private final Mappings mappings;
    private final MappingCases cases;
    private final MappingCheck check;
    private final MappingRehearsal rehearsal;
    private final Sources sources;
    private final SourceCatalog catalog;

    public MappingStudio(
            Mappings mappings,
            MappingCases cases,
            MappingCheck check,
            MappingRehearsal rehearsal,
            Sources sources,
            SourceCatalog catalog) {
        this.mappings = mappings;
        this.cases = cases;
        this.check = check;
        this.rehearsal = rehearsal;
        this.sources = sources;
        this.catalog = catalog;
    }

    /** Of a source: its name, and the mapping version that reads it. */
    public record Reader(String source, String mapping) {}

    /**
     * What an expression makes of a sample.
     *
     * @param origins of each event, where its fields came from
     */
    public record Attempt(List<JsonNode> events, List<List<FieldOrigin>> origins) {}

    /** The versions, newest first, drafts among them; not found where there are none. */
    public List<MappingRevision> versions(TenantId tenant, String name, int most) {
        var versions = mappings.before(tenant, name, Integer.MAX_VALUE, most);
        if (versions.isEmpty()) {
            throw SourceProblems.mappingNotFound(name).asException();
        }
        return versions;
    }

    public MappingRevision version(TenantId tenant, String name, int version) {
        return mappings.revision(tenant, name, version);
    }

    public boolean isReviewed(TenantId tenant, String name) {
        return mappings.isReviewed(tenant, name);
    }

    /** The tenant's sources, those that this mapping reads first. */
    public List<Reader> sources(TenantId tenant, String mapping) {
        var all =
                sources.after(tenant, "", SOURCES_MAX).stream()
                        .map(one -> new Reader(text(one.source()), text(one.mapping())))
                        .toList();
        return Stream.concat(
                        all.stream().filter(one -> one.mapping().startsWith(mapping + "@")),
                        all.stream().filter(one -> !one.mapping().startsWith(mapping + "@")))
                .toList();
    }

    private static String text(@Nullable String told) {
        return told == null ? "" : told;
    }

    public List<MappingCase> cases(TenantId tenant, String mapping) {
        return cases.of(tenant, mapping);
    }

    public Optional<MappingCheck.Fault> fault(String expression) {
        return check.fault(expression);
    }

    public List<MappingCheck.Finding> lint(String expression) {
        return check.lint(expression);
    }

    public Attempt attempt(TenantId tenant, String name, Sample sample, String expression) {
        var candidate = mappings.bound(tenant, name, expression, Map.of());
        return new Attempt(
                cases.events(tenant, sample, candidate, false),
                cases.origins(tenant, sample, candidate));
    }

    /** Each golden case, and how what an expression makes of it differs from what it must. */
    public List<MappingCases.Tried> tryCases(TenantId tenant, String name, String expression) {
        return cases.tryAll(tenant, mappings.bound(tenant, name, expression, Map.of()));
    }

    /** Keeps a sample and what the expression makes of it as a golden case. */
    public void keep(Caller caller, String mapping, String name, Sample sample, String expression) {
        MappingCaseApi.refuseBadName(name);
        var candidate = mappings.bound(caller.tenant(), mapping, expression, Map.of());
        cases.put(
                caller,
                new MappingCase(
                        mapping,
                        name,
                        sample.source(),
                        sample.contentType(),
                        sample.content(),
                        cases.events(caller.tenant(), sample, candidate, false),
                        caller.principal(),
                        Instant.EPOCH));
    }

    /**
     * @param draft the version that is written anew where it is a draft; else the next is begun
     */
    public MappingRevision draft(
            Caller caller, String name, Optional<Integer> draft, String expression, String note) {
        var written =
                draft.flatMap(version -> mappings.find(caller.tenant(), name, version))
                        .filter(MappingRevision::isDraft);
        return written.isPresent()
                ? mappings.redraft(caller, name, written.get().version(), expression, note)
                : mappings.draft(caller, name, expression, note);
    }

    public MappingRevision publish(Caller caller, String name, int version) {
        return mappings.publishDraft(caller, name, version);
    }

    /** Reads what the source has sent both ways. */
    public JsonNode rehearse(
            TenantId tenant, String source, String expression, Span span, LongConsumer read) {
        var present =
                catalog.find(tenant, new SourceId(source))
                        .orElseThrow(() -> SourceProblems.unknownSource(source).asException());
        var candidate = mappings.bound(tenant, UNPUBLISHED, expression, Map.of());
        return rehearsal.rehearse(present, present.reading(candidate), span, read);
    }
}
