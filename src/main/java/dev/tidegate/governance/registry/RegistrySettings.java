package dev.tidegate.governance.registry;

import dev.tidegate.governance.registry.language.LanguageLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a tenant's registry of schemas holds.
 *
 * @param schemaSizeMax bytes of a schema's text
 * @param schemaDepthMax levels of nesting of a schema's text
 * @param subjectsMax subjects of a tenant
 * @param versionsMax versions of a subject, deleted ones that can be brought back among them
 * @param referencesMax schemas that one refers to, directly and through others
 * @param referenceDepthMax references in a row
 * @param unionBranchesMax branches of one union in Avro
 * @param comparisonsMax pairs of subschemas looked at for one comparison of two JSON Schemas;
 *     beyond, they count as incompatible
 */
@ConfigurationProperties("tidegate.registry")
public record RegistrySettings(
        @DefaultValue("512KB") DataSize schemaSizeMax,
        @DefaultValue("64") int schemaDepthMax,
        @DefaultValue("10000") int subjectsMax,
        @DefaultValue("1000") int versionsMax,
        @DefaultValue("64") int referencesMax,
        @DefaultValue("16") int referenceDepthMax,
        @DefaultValue("200") int unionBranchesMax,
        @DefaultValue("20000") int comparisonsMax) {

    LanguageLimits languageLimits() {
        return new LanguageLimits(schemaDepthMax, unionBranchesMax, comparisonsMax);
    }
}
