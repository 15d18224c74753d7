package dev.tidegate.governance.registry;

import dev.tidegate.governance.registry.language.SchemaType;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/schema-registry/schemas}: what the id in a record of Kafka stands for. */
@RestController
@RequestMapping(
        path = RegistryDialect.ROOT + "/schemas",
        produces = {
            RegistryDialect.JSON_V1,
            RegistryDialect.JSON_ANY,
            MediaType.APPLICATION_JSON_VALUE
        })
final class SchemaApi {
    private static final int SCHEMAS_MAX = 1_000;

    /** How clients of Confluent's say all subjects. */
    private static final String EVERY_CONTEXT = ":*:";

    private final Catalog catalog;

    SchemaApi(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Where a schema is registered. */
    record SchemaPlace(String subject, int version) {}

    @Operation(summary = "Schemas of all subjects")
    @GetMapping
    @Needs(Scopes.MAPPINGS_READ)
    List<SchemaDocument> schemas(
            Caller caller,
            @RequestParam(defaultValue = "") String subjectPrefix,
            @RequestParam(defaultValue = "false") boolean deleted,
            @RequestParam(defaultValue = "false") boolean latestOnly,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "-1") int limit) {
        return catalog.schemas(
                caller.tenant(),
                subjectPrefix.equals(EVERY_CONTEXT) ? "" : subjectPrefix,
                deleted,
                latestOnly,
                Math.max(offset, 0),
                limit < 0 ? SCHEMAS_MAX : Math.min(limit, SCHEMAS_MAX));
    }

    @Operation(summary = "Languages that schemas are written in")
    @GetMapping("/types")
    @Needs(Scopes.MAPPINGS_READ)
    List<String> types() {
        return Arrays.stream(SchemaType.values()).map(Enum::name).toList();
    }

    @Operation(summary = "The schema of an id")
    @GetMapping("/ids/{id}")
    @Needs(Scopes.MAPPINGS_READ)
    SchemaDocument schema(
            Caller caller,
            @PathVariable int id,
            @RequestParam(defaultValue = "false") boolean fetchMaxId) {
        return catalog.schema(caller.tenant(), id, fetchMaxId);
    }

    @Operation(summary = "The text of an id's schema and nothing else")
    @GetMapping("/ids/{id}/schema")
    @Needs(Scopes.MAPPINGS_READ)
    byte[] text(Caller caller, @PathVariable int id) {
        return catalog.schema(caller.tenant(), id, false).bytes();
    }

    @Operation(summary = "Subjects and versions that have an id's schema")
    @GetMapping("/ids/{id}/versions")
    @Needs(Scopes.MAPPINGS_READ)
    List<SchemaPlace> versions(
            Caller caller,
            @PathVariable int id,
            @RequestParam(defaultValue = "false") boolean deleted) {
        return catalog.places(caller.tenant(), id, deleted).stream()
                .map(row -> new SchemaPlace(row.subject(), row.version()))
                .toList();
    }

    @Operation(summary = "Subjects that have an id's schema")
    @GetMapping("/ids/{id}/subjects")
    @Needs(Scopes.MAPPINGS_READ)
    List<String> subjects(
            Caller caller,
            @PathVariable int id,
            @RequestParam(defaultValue = "false") boolean deleted) {
        return catalog.places(caller.tenant(), id, deleted).stream()
                .map(VersionRows.Row::subject)
                .distinct()
                .toList();
    }
}
