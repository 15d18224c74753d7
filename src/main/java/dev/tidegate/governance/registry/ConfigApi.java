package dev.tidegate.governance.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
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

/** {@code /v1/schema-registry/config}: how compatible the versions of a subject must be. */
@RestController
@RequestMapping(
        path = RegistryDialect.ROOT + "/config",
        produces = {
            RegistryDialect.JSON_V1,
            RegistryDialect.JSON_ANY,
            MediaType.APPLICATION_JSON_VALUE
        })
final class ConfigApi {
    private final Policies policies;

    ConfigApi(Policies policies) {
        this.policies = policies;
    }

    /** As it is asked for and changed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record LevelChange(@Nullable String compatibility) {}

    /** As it is told: the two have different names, and always had. */
    record LevelTold(@JsonProperty("compatibilityLevel") Level compatibilityLevel) {}

    @Operation(summary = "The level where a subject has none of its own")
    @GetMapping
    @Needs(Scopes.MAPPINGS_READ)
    LevelTold get(Caller caller) {
        return told(policies.of(caller.tenant(), Optional.empty()).level());
    }

    @Operation(summary = "Set that level")
    @PutMapping
    @Needs(Scopes.MAPPINGS_WRITE)
    LevelChange put(Caller caller, @RequestBody LevelChange body) {
        policies.put(caller, Optional.empty(), Level.named(body.compatibility()));
        return body;
    }

    @Operation(summary = "Back to BACKWARD; answers with what was set")
    @DeleteMapping
    @Needs(Scopes.MAPPINGS_WRITE)
    LevelTold delete(Caller caller) {
        return told(policies.unsetLevel(caller, Optional.empty()).level());
    }

    @Operation(summary = "The level of a subject")
    @GetMapping("/{subject}")
    @Needs(Scopes.MAPPINGS_READ)
    LevelTold get(
            Caller caller,
            @PathVariable String subject,
            @RequestParam(defaultValue = "false") boolean defaultToGlobal) {
        var own = policies.of(caller.tenant(), Optional.of(subject)).level();
        if (own.isPresent() || !defaultToGlobal) {
            return new LevelTold(
                    own.orElseThrow(
                            () ->
                                    RegistryError.COMPATIBILITY_NOT_CONFIGURED.refusal(
                                            "Subject '%s' does not have subject-level"
                                                    + " compatibility configured",
                                            subject)));
        }
        return get(caller);
    }

    @Operation(summary = "Set the level of a subject")
    @PutMapping("/{subject}")
    @Needs(Scopes.MAPPINGS_WRITE)
    LevelChange put(Caller caller, @PathVariable String subject, @RequestBody LevelChange body) {
        policies.put(caller, Optional.of(subject), Level.named(body.compatibility()));
        return body;
    }

    @Operation(summary = "Let a subject have the registry's level; answers with what was set")
    @DeleteMapping("/{subject}")
    @Needs(Scopes.MAPPINGS_WRITE)
    LevelTold delete(Caller caller, @PathVariable String subject) {
        return told(policies.unsetLevel(caller, Optional.of(subject)).level());
    }

    private static LevelTold told(Optional<Level> level) {
        return new LevelTold(level.orElse(Level.DEFAULT));
    }
}
