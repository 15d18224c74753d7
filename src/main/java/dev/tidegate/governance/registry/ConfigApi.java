package dev.tidegate.governance.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tidegate.governance.registry.RegistryRows.Policy;
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
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LevelChange(
            @Nullable String compatibility,
            @JsonProperty("requireSemantics") @Nullable Boolean requireSemantics) {}

    /** As it is told: the two have different names, and always had. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LevelTold(
            @JsonProperty("compatibilityLevel") Level compatibilityLevel,
            @JsonProperty("requireSemantics") @Nullable Boolean requireSemantics) {}

    @Operation(summary = "The level where a subject has none of its own")
    @GetMapping
    @Needs(Scopes.MAPPINGS_READ)
    LevelTold get(Caller caller) {
        return told(policies.of(caller.tenant(), Optional.empty()));
    }

    @Operation(summary = "Set that level")
    @PutMapping
    @Needs(Scopes.MAPPINGS_WRITE)
    LevelChange put(Caller caller, @RequestBody LevelChange body) {
        return put(caller, Optional.empty(), body);
    }

    @Operation(summary = "Back to BACKWARD; answers with what was set")
    @DeleteMapping
    @Needs(Scopes.MAPPINGS_WRITE)
    LevelTold delete(Caller caller) {
        return told(policies.unsetLevel(caller, Optional.empty()));
    }

    @Operation(summary = "The level of a subject")
    @GetMapping("/{subject}")
    @Needs(Scopes.MAPPINGS_READ)
    LevelTold get(
            Caller caller,
            @PathVariable String subject,
            @RequestParam(defaultValue = "false") boolean defaultToGlobal) {
        var own = policies.of(caller.tenant(), Optional.of(subject));
        if (own.level().isEmpty() && own.semantics().isEmpty() && !defaultToGlobal) {
            throw RegistryError.COMPATIBILITY_NOT_CONFIGURED.refusal(
                    "Subject '%s' does not have subject-level compatibility configured", subject);
        }
        var global = policies.of(caller.tenant(), Optional.empty());
        return new LevelTold(
                own.level().or(global::level).orElse(Level.DEFAULT),
                own.semantics().or(global::semantics).orElse(null));
    }

    @Operation(summary = "Set the level of a subject")
    @PutMapping("/{subject}")
    @Needs(Scopes.MAPPINGS_WRITE)
    LevelChange put(Caller caller, @PathVariable String subject, @RequestBody LevelChange body) {
        return put(caller, Optional.of(subject), body);
    }

    @Operation(summary = "Let a subject have the registry's level; answers with what was set")
    @DeleteMapping("/{subject}")
    @Needs(Scopes.MAPPINGS_WRITE)
    LevelTold delete(Caller caller, @PathVariable String subject) {
        return told(policies.unsetLevel(caller, Optional.of(subject)));
    }

    /** A level is told, or a requirement, or both. */
    private LevelChange put(Caller caller, Optional<String> subject, LevelChange body) {
        if (body.compatibility() != null || body.requireSemantics() == null) {
            policies.put(caller, subject, Level.named(body.compatibility()));
        }
        if (body.requireSemantics() != null) {
            policies.requireSemantics(caller, subject, body.requireSemantics());
        }
        return body;
    }

    private static LevelTold told(Policy policy) {
        return new LevelTold(policy.level().orElse(Level.DEFAULT), policy.semantics().orElse(null));
    }
}
