package dev.tidegate.governance.source;

import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /v1/mappings/{name}/cases}, and trying a version on bytes. */
@RestController
public final class MappingCaseApi {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String UNTYPED = "application/octet-stream";

    private final MappingCases cases;
    private final MappingCatalog catalog;
    private final Mappings mappings;

    public MappingCaseApi(MappingCases cases, MappingCatalog catalog, Mappings mappings) {
        this.cases = cases;
        this.catalog = catalog;
        this.mappings = mappings;
    }

    record Cases(List<MappingCase.Document> items) {}

    /**
     * What is to be read.
     *
     * @param source whose adapter and parameters read it; absent, with all else, for all cases
     * @param provenance whether each event tells where its fields came from
     */
    record Trial(
            @Nullable String source,
            @Nullable String contentType,
            @Nullable String content,
            @Nullable String contentBase64,
            @Nullable Boolean provenance) {}

    /**
     * What came of it.
     *
     * @param events of the bytes that were given
     * @param cases of the golden cases, where no bytes were given
     */
    record Outcome(boolean passed, List<JsonNode> events, List<MappingCases.Tried> cases) {}

    @Operation(summary = "Golden cases of a mapping")
    @GetMapping("/v1/mappings/{name}/cases")
    @Needs(Scopes.MAPPINGS_READ)
    Cases list(Caller caller, @PathVariable String name) {
        return new Cases(
                cases.of(caller.tenant(), name).stream().map(MappingCase::document).toList());
    }

    @Operation(summary = "A golden case")
    @GetMapping("/v1/mappings/{name}/cases/{caseName}")
    @Needs(Scopes.MAPPINGS_READ)
    MappingCase.Document get(
            Caller caller, @PathVariable String name, @PathVariable String caseName) {
        return cases.find(caller.tenant(), name, caseName)
                .map(MappingCase::document)
                .orElseThrow(() -> SourceProblems.caseNotFound(name, caseName).asException());
    }

    @Operation(summary = "Keep a golden case")
    @PutMapping("/v1/mappings/{name}/cases/{caseName}")
    @Needs(Scopes.MAPPINGS_WRITE)
    MappingCase.Document put(
            Caller caller,
            @PathVariable String name,
            @PathVariable String caseName,
            @RequestBody MappingCase.Document wanted) {
        refuseBadName(caseName);
        byte[] content = content(wanted.content(), wanted.contentBase64());
        String source = required(wanted.source());
        String type = Objects.requireNonNullElse(wanted.contentType(), UNTYPED);
        var expected =
                wanted.expected() != null
                        ? wanted.expected()
                        : cases.events(
                                caller.tenant(),
                                source,
                                newest(caller.tenant(), name),
                                type,
                                content);
        cases.put(
                caller,
                new MappingCase(
                        name,
                        caseName,
                        source,
                        type,
                        content,
                        expected,
                        caller.principal(),
                        Instant.EPOCH));
        return get(caller, name, caseName);
    }

    @Operation(summary = "Let go of a golden case")
    @DeleteMapping("/v1/mappings/{name}/cases/{caseName}")
    @Needs(Scopes.MAPPINGS_WRITE)
    ResponseEntity<Void> delete(
            Caller caller, @PathVariable String name, @PathVariable String caseName) {
        if (!cases.delete(caller, name, caseName)) {
            throw SourceProblems.caseNotFound(name, caseName).asException();
        }
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "Try a version on bytes, or on all its golden cases")
    @PostMapping("/v1/mappings/{name}/versions/{version}/test")
    @Needs(Scopes.MAPPINGS_READ)
    Outcome test(
            Caller caller,
            @PathVariable String name,
            @PathVariable int version,
            @RequestBody Trial trial) {
        var mapping = readable(caller.tenant(), mappings.revision(caller.tenant(), name, version));
        if (trial.source() == null && trial.content() == null && trial.contentBase64() == null) {
            var tried = cases.tryAll(caller.tenant(), mapping);
            return new Outcome(
                    tried.stream().allMatch(MappingCases.Tried::passed), List.of(), tried);
        }
        var events =
                cases.events(
                        caller.tenant(),
                        new MappingCases.Sample(
                                required(trial.source()),
                                Objects.requireNonNullElse(trial.contentType(), UNTYPED),
                                content(trial.content(), trial.contentBase64())),
                        mapping,
                        Boolean.TRUE.equals(trial.provenance()));
        boolean alive =
                events.stream()
                        .noneMatch(event -> event.path("type").asString("").equals("dead_letter"));
        return new Outcome(alive, events, List.of());
    }

    /** With its code lists: those it is bound to, or those in force for a draft. */
    private MappingVersion readable(TenantId tenant, MappingRevision revision) {
        return revision.isDraft()
                ? mappings.bound(tenant, revision.name(), revision.expression(), Map.of())
                : catalog.find(tenant, revision.name(), revision.version())
                        .orElseThrow(
                                () ->
                                        SourceProblems.mappingNotFound(revision.asVersion().label())
                                                .asException());
    }

    static void refuseBadName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw SourceProblems.badName(name).asException();
        }
    }

    private MappingVersion newest(TenantId tenant, String name) {
        return mappings.newest(tenant, name)
                .map(newest -> readable(tenant, newest))
                .orElseThrow(() -> SourceProblems.mappingNotFound(name).asException());
    }

    private static String required(@Nullable String source) {
        if (source == null || source.isBlank()) {
            throw SourceProblems.field("/source", "it is required").asException();
        }
        return source;
    }

    private static byte[] content(@Nullable String text, @Nullable String base64) {
        if ((text == null) == (base64 == null)) {
            throw SourceProblems.field(
                            "/content", "either content or content_base64 is told, and not both")
                    .asException();
        }
        byte[] bytes = text != null ? text.getBytes(StandardCharsets.UTF_8) : decoded(base64);
        if (bytes.length > MappingCases.CONTENT_SIZE_MAX) {
            throw SourceProblems.field(
                            "/content",
                            "it has more than " + MappingCases.CONTENT_SIZE_MAX + " bytes")
                    .asException();
        }
        return bytes;
    }

    private static byte[] decoded(@Nullable String base64) {
        try {
            return Base64.getDecoder().decode(base64 == null ? "" : base64);
        } catch (IllegalArgumentException e) {
            throw SourceProblems.field("/content_base64", "it is no Base64").asException();
        }
    }
}
