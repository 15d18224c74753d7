package dev.tidegate.governance.source;

import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Cursor;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/mappings/{name}/versions}: mappings, published once and for all. */
@RestController
public final class MappingApi {
    private final Mappings mappings;

    public MappingApi(Mappings mappings) {
        this.mappings = mappings;
    }

    /**
     * @param codeLists by name of a list the version that the mapping is bound to; the newest in
     *     force where it isn't told
     */
    record Expression(@Nullable String expression, @Nullable Map<String, Integer> codeLists) {}

    @Operation(summary = "Versions of a mapping")
    @GetMapping("/v1/mappings/{name}/versions")
    @Needs(Scopes.MAPPINGS_READ)
    Page<Mappings.Published> list(
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

    @Operation(summary = "One published version")
    @GetMapping("/v1/mappings/{name}/versions/{version}")
    @Needs(Scopes.MAPPINGS_READ)
    Mappings.Published get(Caller caller, @PathVariable String name, @PathVariable int version) {
        return mappings.find(caller.tenant(), name, version)
                .orElseThrow(
                        () -> SourceProblems.mappingNotFound(name + "@" + version).asException());
    }

    @Operation(summary = "Publish the next version")
    @PostMapping("/v1/mappings/{name}/versions")
    @Needs(Scopes.MAPPINGS_WRITE)
    ResponseEntity<Mappings.Published> publish(
            Caller caller, @PathVariable String name, @RequestBody Expression body) {
        var outcome =
                mappings.publish(
                        caller,
                        name,
                        Objects.requireNonNullElse(body.expression(), ""),
                        Objects.requireNonNullElse(body.codeLists(), Map.of()));
        var at = URI.create("/v1/mappings/" + name + "/versions/" + outcome.version().version());
        return outcome.fresh()
                ? ResponseEntity.created(at).body(outcome.version())
                : ResponseEntity.ok(outcome.version());
    }
}
