package dev.tidegate.governance.registry;

import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/schema-registry/subjects}: what is registered under which name. */
@RestController
@RequestMapping(
        path = RegistryDialect.ROOT + "/subjects",
        produces = {
            RegistryDialect.JSON_V1,
            RegistryDialect.JSON_ANY,
            MediaType.APPLICATION_JSON_VALUE
        })
final class SubjectApi {
    private final Catalog catalog;
    private final Questions questions;
    private final Registrations registrations;
    private final Removals removals;

    SubjectApi(
            Catalog catalog, Questions questions, Registrations registrations, Removals removals) {
        this.catalog = catalog;
        this.questions = questions;
        this.registrations = registrations;
        this.removals = removals;
    }

    record SchemaId(int id) {}

    @Operation(summary = "Subjects by name")
    @GetMapping
    @Needs(Scopes.MAPPINGS_READ)
    List<String> subjects(
            Caller caller,
            @RequestParam(defaultValue = "") String subjectPrefix,
            @RequestParam(defaultValue = "false") boolean deleted,
            @RequestParam(defaultValue = "false") boolean deletedOnly,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "-1") int limit) {
        return catalog.subjects(
                caller.tenant(),
                subjectPrefix,
                Catalog.Wanted.of(deleted, deletedOnly),
                Math.max(offset, 0),
                limit < 0 ? Integer.MAX_VALUE : limit);
    }

    @Operation(summary = "Find a schema under a subject")
    @PostMapping("/{subject}")
    @Needs(Scopes.MAPPINGS_READ)
    SchemaDocument lookUp(
            Caller caller,
            @PathVariable String subject,
            @RequestParam(defaultValue = "false") boolean normalize,
            @RequestParam(defaultValue = "false") boolean deleted,
            @RequestBody SchemaRequest body) {
        return questions.lookUp(caller.tenant(), subject, body, normalize, deleted);
    }

    @Operation(summary = "Delete a subject: hide it, and once hidden for good")
    @DeleteMapping("/{subject}")
    @Needs(Scopes.MAPPINGS_WRITE)
    List<Integer> delete(
            Caller caller,
            @PathVariable String subject,
            @RequestParam(defaultValue = "false") boolean permanent) {
        return removals.subject(caller, subject, permanent);
    }

    @Operation(summary = "Versions of a subject")
    @GetMapping("/{subject}/versions")
    @Needs(Scopes.MAPPINGS_READ)
    List<Integer> versions(
            Caller caller,
            @PathVariable String subject,
            @RequestParam(defaultValue = "false") boolean deleted,
            @RequestParam(defaultValue = "false") boolean deletedOnly) {
        return catalog.versions(caller.tenant(), subject, Catalog.Wanted.of(deleted, deletedOnly));
    }

    @Operation(summary = "Register a schema; the same one has the same id everywhere")
    @PostMapping("/{subject}/versions")
    @Needs(Scopes.MAPPINGS_WRITE)
    SchemaId register(
            Caller caller,
            @PathVariable String subject,
            @RequestParam(defaultValue = "false") boolean normalize,
            @RequestBody SchemaRequest body) {
        return new SchemaId(registrations.register(caller, subject, body, normalize));
    }

    @Operation(summary = "One version, by its number or latest")
    @GetMapping("/{subject}/versions/{version}")
    @Needs(Scopes.MAPPINGS_READ)
    SchemaDocument version(
            Caller caller,
            @PathVariable String subject,
            @PathVariable String version,
            @RequestParam(defaultValue = "false") boolean deleted) {
        return catalog.version(caller.tenant(), subject, VersionSpec.parse(version), deleted);
    }

    @Operation(summary = "The text of one version and nothing else")
    @GetMapping("/{subject}/versions/{version}/schema")
    @Needs(Scopes.MAPPINGS_READ)
    byte[] text(
            Caller caller,
            @PathVariable String subject,
            @PathVariable String version,
            @RequestParam(defaultValue = "false") boolean deleted) {
        return version(caller, subject, version, deleted).bytes();
    }

    @Operation(summary = "Ids of the schemas that refer to a version")
    @GetMapping("/{subject}/versions/{version}/referencedby")
    @Needs(Scopes.MAPPINGS_READ)
    List<Integer> referencedBy(
            Caller caller, @PathVariable String subject, @PathVariable String version) {
        return catalog.referrers(caller.tenant(), subject, VersionSpec.parse(version));
    }

    @Operation(summary = "Delete a version: hide it, and once hidden for good")
    @DeleteMapping("/{subject}/versions/{version}")
    @Needs(Scopes.MAPPINGS_WRITE)
    int delete(
            Caller caller,
            @PathVariable String subject,
            @PathVariable String version,
            @RequestParam(defaultValue = "false") boolean permanent) {
        return removals.version(caller, subject, VersionSpec.parse(version), permanent);
    }
}
