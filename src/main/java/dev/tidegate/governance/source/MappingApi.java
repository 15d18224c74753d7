package dev.tidegate.governance.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Cursor;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/mappings}: drafts, and versions that are published once and for all. */
@RestController
public final class MappingApi {
    private final Mappings mappings;
    private final MappingCheck check;

    public MappingApi(Mappings mappings, MappingCheck check) {
        this.mappings = mappings;
        this.check = check;
    }

    /**
     * @param state {@code draft}, or {@code published} where it isn't told
     */
    record Wanted(@Nullable String expression, @Nullable String note, @Nullable String state) {
        String text() {
            return Objects.requireNonNullElse(expression, "");
        }

        String why() {
            return Objects.requireNonNullElse(note, "");
        }

        boolean draft() {
            return switch (Objects.requireNonNullElse(state, "published")) {
                case "draft" -> true;
                case "published" -> false;
                default ->
                        throw SourceProblems.field("/state", "it is draft or published")
                                .asException();
            };
        }
    }

    /**
     * A version, and what the linter has to say of it.
     *
     * @param lint left out of lists
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            @JsonUnwrapped MappingRevision version, @Nullable List<MappingCheck.Finding> lint) {}

    record Lint(List<MappingCheck.Finding> findings) {}

    /** Whether another than the author publishes. */
    record Review(@Nullable Boolean required) {}

    @Operation(summary = "Mappings")
    @GetMapping("/v1/mappings")
    @Needs(Scopes.MAPPINGS_READ)
    Page<Mappings.Summary> all(
            Caller caller,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        var after = Cursor.parse(cursor, 1).map(at -> at.keys().getFirst()).orElse("");
        return Page.of(
                mappings.after(caller.tenant(), after, most + 1),
                most,
                last -> Cursor.of(last.name()));
    }

    @Operation(summary = "What is unwise in an expression")
    @PostMapping("/v1/mappings/lint")
    @Needs(Scopes.MAPPINGS_READ)
    Lint lint(Caller caller, @RequestBody Wanted body) {
        check.fault(body.text())
                .ifPresent(
                        fault -> {
                            throw SourceProblems.doesNotCompile("/expression", fault).asException();
                        });
        return new Lint(check.lint(body.text()));
    }

    @Operation(summary = "Versions of a mapping")
    @GetMapping("/v1/mappings/{name}/versions")
    @Needs(Scopes.MAPPINGS_READ)
    Page<MappingRevision> list(
            Caller caller,
            @PathVariable String name,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        int before =
                Cursor.parse(cursor, 1).map(at -> (int) at.number(0)).orElse(Integer.MAX_VALUE);
        return Page.of(
                mappings.before(caller.tenant(), name, before, most + 1),
                most,
                last -> Cursor.of(last.version()));
    }

    @Operation(summary = "One version")
    @GetMapping("/v1/mappings/{name}/versions/{version}")
    @Needs(Scopes.MAPPINGS_READ)
    Told get(Caller caller, @PathVariable String name, @PathVariable int version) {
        return told(mappings.revision(caller.tenant(), name, version));
    }

    @Operation(summary = "Publish the next version, or keep a draft of it")
    @PostMapping("/v1/mappings/{name}/versions")
    @Needs(Scopes.MAPPINGS_WRITE)
    ResponseEntity<Told> add(Caller caller, @PathVariable String name, @RequestBody Wanted body) {
        if (body.draft()) {
            return created(mappings.draft(caller, name, body.text(), body.why()));
        }
        var outcome = mappings.publish(caller, name, body.text(), body.why());
        return outcome.fresh()
                ? created(outcome.version())
                : ResponseEntity.ok(told(outcome.version()));
    }

    @Operation(summary = "Change a draft")
    @PutMapping("/v1/mappings/{name}/versions/{draft}")
    @Needs(Scopes.MAPPINGS_WRITE)
    Told change(
            Caller caller,
            @PathVariable String name,
            @PathVariable int draft,
            @RequestBody Wanted body) {
        return told(mappings.redraft(caller, name, draft, body.text(), body.why()));
    }

    @Operation(summary = "Let go of a draft")
    @DeleteMapping("/v1/mappings/{name}/versions/{draft}")
    @Needs(Scopes.MAPPINGS_WRITE)
    ResponseEntity<Void> discard(
            Caller caller, @PathVariable String name, @PathVariable int draft) {
        mappings.discard(caller, name, draft);
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "Publish a draft")
    @PostMapping("/v1/mappings/{name}/versions/{candidate}/publish")
    @Needs(Scopes.MAPPINGS_WRITE)
    Told publish(Caller caller, @PathVariable String name, @PathVariable int candidate) {
        return told(mappings.publishDraft(caller, name, candidate));
    }

    @Operation(summary = "Whether another than the author publishes")
    @GetMapping("/v1/mappings/{name}/review")
    @Needs(Scopes.MAPPINGS_READ)
    Review review(Caller caller, @PathVariable String name) {
        return new Review(mappings.isReviewed(caller.tenant(), name));
    }

    @Operation(summary = "Let another than the author publish, or no more")
    @PutMapping("/v1/mappings/{name}/review")
    @Needs(Scopes.MAPPINGS_WRITE)
    Review review(Caller caller, @PathVariable String name, @RequestBody Review wanted) {
        if (wanted.required() == null) {
            throw SourceProblems.field("/required", "it is required").asException();
        }
        mappings.review(caller, name, wanted.required());
        return wanted;
    }

    private ResponseEntity<Told> created(MappingRevision version) {
        return ResponseEntity.created(
                        URI.create(
                                "/v1/mappings/"
                                        + version.name()
                                        + "/versions/"
                                        + version.version()))
                .body(told(version));
    }

    private Told told(MappingRevision version) {
        return new Told(version, check.lint(version.expression()));
    }
}
