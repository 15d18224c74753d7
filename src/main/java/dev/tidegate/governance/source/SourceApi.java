package dev.tidegate.governance.source;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Cursor;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/sources}: how each sender's messages are read. */
@RestController
public final class SourceApi {
    private final Sources sources;

    public SourceApi(Sources sources) {
        this.sources = sources;
    }

    @Operation(summary = "Sources by name")
    @GetMapping("/v1/sources")
    @Needs(Scopes.MAPPINGS_READ)
    Page<SourceDocument> list(
            Caller caller,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        var after = Cursor.parse(cursor, 1).map(at -> at.keys().getFirst()).orElse("");
        return Page.of(
                sources.after(caller.tenant(), after, most + 1),
                most,
                last -> Cursor.of(Objects.requireNonNull(last.source())));
    }

    @Operation(summary = "How a source is read")
    @GetMapping("/v1/sources/{source}")
    @Needs(Scopes.MAPPINGS_READ)
    SourceDocument get(Caller caller, @PathVariable SourceId source) {
        return sources.find(caller.tenant(), source)
                .orElseThrow(() -> SourceProblems.unknownSource(source.value()).asException());
    }

    @Operation(summary = "Define or change how a source is read")
    @PutMapping("/v1/sources/{source}")
    @Needs(Scopes.MAPPINGS_WRITE)
    ResponseEntity<SourceDocument> put(
            Caller caller, @PathVariable SourceId source, @RequestBody SourceDocument wanted) {
        var outcome = sources.put(caller, source, wanted);
        return outcome.created()
                ? ResponseEntity.created(URI.create("/v1/sources/" + source)).body(outcome.source())
                : ResponseEntity.ok(outcome.source());
    }
}
