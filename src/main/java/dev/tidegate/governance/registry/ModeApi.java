package dev.tidegate.governance.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/schema-registry/mode}: whether subjects may be written, or filled from outside. */
@RestController
@RequestMapping(
        path = RegistryDialect.ROOT + "/mode",
        produces = {
            RegistryDialect.JSON_V1,
            RegistryDialect.JSON_ANY,
            MediaType.APPLICATION_JSON_VALUE
        })
final class ModeApi {
    private final Policies policies;

    ModeApi(Policies policies) {
        this.policies = policies;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ModeTold(@Nullable String mode) {}

    @Operation(summary = "The mode where a subject has none of its own")
    @GetMapping
    @Needs(Scopes.MAPPINGS_READ)
    ModeTold get(Caller caller) {
        return told(policies.of(caller.tenant(), Optional.empty()).mode());
    }

    @Operation(summary = "Set that mode")
    @PutMapping
    @Needs(Scopes.MAPPINGS_WRITE)
    ModeTold put(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean force,
            @RequestBody ModeTold body) {
        policies.put(caller, Optional.empty(), Mode.named(body.mode()), force);
        return body;
    }

    @Operation(summary = "Back to READWRITE; answers with what was set")
    @DeleteMapping
    @Needs(Scopes.MAPPINGS_WRITE)
    ModeTold delete(Caller caller) {
        return told(policies.unsetMode(caller, Optional.empty()).mode());
    }

    @Operation(summary = "The mode of a subject")
    @GetMapping("/{subject}")
    @Needs(Scopes.MAPPINGS_READ)
    ModeTold get(
            Caller caller,
            @PathVariable String subject,
            @RequestParam(defaultValue = "false") boolean defaultToGlobal) {
        var own = policies.of(caller.tenant(), Optional.of(subject)).mode();
        if (own.isPresent() || !defaultToGlobal) {
            return new ModeTold(
                    own.orElseThrow(
                                    () ->
                                            RegistryError.MODE_NOT_CONFIGURED.refusal(
                                                    "Subject '%s' does not have subject-level mode"
                                                            + " configured",
                                                    subject))
                            .name());
        }
        return get(caller);
    }

    @Operation(summary = "Set the mode of a subject")
    @PutMapping("/{subject}")
    @Needs(Scopes.MAPPINGS_WRITE)
    ModeTold put(
            Caller caller,
            @PathVariable String subject,
            @RequestParam(defaultValue = "false") boolean force,
            @RequestBody ModeTold body) {
        policies.put(caller, Optional.of(subject), Mode.named(body.mode()), force);
        return body;
    }

    @Operation(summary = "Let a subject have the registry's mode; answers with what was set")
    @DeleteMapping("/{subject}")
    @Needs(Scopes.MAPPINGS_WRITE)
    ModeTold delete(Caller caller, @PathVariable String subject) {
        return told(policies.unsetMode(caller, Optional.of(subject)).mode());
    }

    private static ModeTold told(Optional<Mode> mode) {
        return new ModeTold(mode.orElse(Mode.READWRITE).name());
    }
}
