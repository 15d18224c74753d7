package dev.tidegate.governance.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/schema-registry/compatibility}: would this schema be taken? */
@RestController
@RequestMapping(
        path = RegistryDialect.ROOT + "/compatibility/subjects/{subject}/versions",
        produces = {
            RegistryDialect.JSON_V1,
            RegistryDialect.JSON_ANY,
            MediaType.APPLICATION_JSON_VALUE
        })
final class CompatibilityApi {
    private final Questions questions;

    CompatibilityApi(Questions questions) {
        this.questions = questions;
    }

    /**
     * @param messages only where the caller wants them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CompatibilityVerdict(boolean isCompatible, @Nullable List<String> messages) {}

    @Operation(summary = "Compare a schema with one version, by its number or latest")
    @PostMapping("/{version}")
    @Needs(Scopes.MAPPINGS_READ)
    CompatibilityVerdict withOne(
            Caller caller,
            @PathVariable String subject,
            @PathVariable String version,
            @RequestParam(defaultValue = "false") boolean normalize,
            @RequestParam(defaultValue = "false") boolean verbose,
            @RequestBody SchemaRequest body) {
        var one = Optional.of(VersionSpec.parse(version));
        return verdict(caller, subject, body, one, normalize, verbose);
    }

    @Operation(summary = "Compare a schema with the versions that the subject's level asks for")
    @PostMapping
    @Needs(Scopes.MAPPINGS_READ)
    CompatibilityVerdict withAll(
            Caller caller,
            @PathVariable String subject,
            @RequestParam(defaultValue = "false") boolean normalize,
            @RequestParam(defaultValue = "false") boolean verbose,
            @RequestBody SchemaRequest body) {
        return verdict(caller, subject, body, Optional.empty(), normalize, verbose);
    }

    private CompatibilityVerdict verdict(
            Caller caller,
            String subject,
            SchemaRequest body,
            Optional<VersionSpec> version,
            boolean normalize,
            boolean verbose) {
        var against =
                questions.incompatibilities(caller.tenant(), subject, body, version, normalize);
        return new CompatibilityVerdict(against.isEmpty(), verbose ? against : null);
    }
}
