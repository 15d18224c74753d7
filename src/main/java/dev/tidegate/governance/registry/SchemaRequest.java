package dev.tidegate.governance.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A schema as clients send it; what newer clients say beside is ignored, as in Confluent's.
 *
 * @param schemaType AVRO unless told
 * @param id in mode IMPORT only
 * @param version in mode IMPORT only
 * @param metadata tags, properties and names of sensitive ones; part of what the schema is
 * @param ruleSet rules that clients apply; likewise
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SchemaRequest(
        @Nullable String schema,
        @JsonProperty("schemaType") @Nullable String schemaType,
        @Nullable List<ReferenceRequest> references,
        @Nullable Integer id,
        @Nullable Integer version,
        @Schema(type = "object") @Nullable JsonNode metadata,
        @JsonProperty("ruleSet") @Schema(type = "object") @Nullable JsonNode ruleSet) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ReferenceRequest(
            @Nullable String name, @Nullable String subject, @Nullable Integer version) {}
}
