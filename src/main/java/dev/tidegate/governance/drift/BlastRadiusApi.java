package dev.tidegate.governance.drift;

import dev.tidegate.governance.agreement.FieldPath;
import dev.tidegate.governance.source.SourceCatalog;
import dev.tidegate.governance.source.SourceProblems;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/sources/{source}/blast-radius?path=}: whom a change of a field touches. */
@RestController
public final class BlastRadiusApi {
    private final BlastRadius radius;
    private final SourceCatalog sources;

    public BlastRadiusApi(BlastRadius radius, SourceCatalog sources) {
        this.radius = radius;
        this.sources = sources;
    }

    @Operation(summary = "Who reads a field of a source, and when last")
    @GetMapping("/v1/sources/{source}/blast-radius")
    @Needs(Scopes.MAPPINGS_READ)
    BlastRadius.Told of(Caller caller, @PathVariable SourceId source, @RequestParam String path) {
        if (sources.find(caller.tenant(), source).isEmpty()) {
            throw SourceProblems.unknownSource(source.value()).asException();
        }
        if (FieldPath.parse(path).isEmpty()) {
            throw Problem.of(
                            400,
                            "invalid_parameter",
                            "A parameter has no usable value",
                            "path is no path of a field.",
                            "A path is a JSON pointer with * for items, such as /lines/*/quantity.")
                    .at("query:path", "not a path")
                    .asException();
        }
        return radius.of(caller.tenant(), source, path);
    }
}
