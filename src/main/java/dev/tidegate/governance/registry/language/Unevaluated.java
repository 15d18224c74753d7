package dev.tidegate.governance.registry.language;

import java.util.List;
import java.util.Optional;

/**
 * {@code unevaluatedProperties} and {@code unevaluatedItems}: they speak of what no other keyword
 * has looked at, those of schemas within or referred to among them.
 */
final class Unevaluated {
    private Unevaluated() {}

    /** Whether more than the keywords beside it decides what it speaks of. */
    private static boolean isInvolved(SchemaNode schema, String keyword) {
        return schema.has(keyword)
                && Facets.any(
                        schema,
                        "$ref",
                        "allOf",
                        "anyOf",
                        "oneOf",
                        "not",
                        "if",
                        "contains",
                        "dependentSchemas");
    }

    /** Where it speaks of all that is not named beside it. */
    static Optional<SchemaNode> plain(SchemaNode schema, String keyword) {
        return isInvolved(schema, keyword) ? Optional.empty() : schema.schema(keyword);
    }

    /** A reader's that is involved is met by the same text only. */
    static List<Incompatibility> misfits(
            SchemaNode writer, SchemaNode reader, String keyword, String place) {
        boolean same =
                writer.json().equals(reader.json())
                        && writer.document().root().equals(reader.document().root());
        return isInvolved(reader, keyword) && !same
                ? Containment.one(
                        "UNEVALUATED_CHANGED",
                        place + "/" + keyword,
                        "beside references or combinations it can't be followed")
                : List.of();
    }
}
