package dev.tidegate.governance.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tidegate.governance.registry.language.SchemaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
        @Nullable JsonNode metadata,
        @JsonProperty("ruleSet") @Nullable JsonNode ruleSet,
        @JsonProperty("maxId") @Nullable Integer maxId) {

    static SchemaDocument of(VersionRows.Row row, SchemaRows.Stored stored) {
        return of(row, stored.type(), stored.references(), stored.text(), stored.attached());
    }

    private static SchemaDocument of(
            VersionRows.Row row,
            SchemaType type,
            List<Reference> references,
            String text,
            Attached attached) {
        return new SchemaDocument(
                row.subject(),
                row.version(),
                row.id(),
                told(type),
                told(references),
                text,
                attached.metadataTold(),
                attached.ruleSetTold(),
                null);
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
                stored.attached().metadataTold(),
                stored.attached().ruleSetTold(),
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
