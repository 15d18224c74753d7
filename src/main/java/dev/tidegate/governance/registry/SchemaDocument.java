package dev.tidegate.governance.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tidegate.governance.registry.language.SchemaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema as it is answered. Clients take one without a type for Avro, as it was before there were
 * others.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SchemaDocument(
        @Nullable String subject,
        @Nullable Integer version,
        @Nullable Integer id,
        @JsonProperty("schemaType") @Nullable String schemaType,
        @Nullable List<Reference> references,
        String schema,
        @JsonProperty("maxId") @Nullable Integer maxId) {

    static SchemaDocument of(VersionRows.Row row, Draft draft) {
        return of(row, draft.type(), draft.references(), draft.text());
    }

    static SchemaDocument of(VersionRows.Row row, SchemaRows.Stored stored) {
        return of(row, stored.type(), stored.references(), stored.text());
    }

    private static SchemaDocument of(
            VersionRows.Row row, SchemaType type, List<Reference> references, String text) {
        return new SchemaDocument(
                row.subject(), row.version(), row.id(), told(type), told(references), text, null);
    }

    /** By its id alone. */
    static SchemaDocument of(SchemaRows.Stored stored, @Nullable Integer maxId) {
        return new SchemaDocument(
                null,
                null,
                null,
                told(stored.type()),
                told(stored.references()),
                stored.text(),
                maxId);
    }

    /** The text alone, as it is sent. */
    byte[] bytes() {
        return schema.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String told(SchemaType type) {
        return type == SchemaType.AVRO ? null : type.name();
    }

    private static @Nullable List<Reference> told(List<Reference> references) {
        return references.isEmpty() ? null : references;
    }
}
