package dev.tidegate.governance.registry.language;

/**
 * How far schemas are followed.
 *
 * @param depthMax levels of nesting of a text
 * @param branchesMax of one union in Avro: each of the reader's is tried for each of the writer's
 * @param comparisonsMax pairs of subschemas of a comparison; beyond, they count as incompatible
 */
public record LanguageLimits(int depthMax, int branchesMax, int comparisonsMax) {}
