package dev.tidegate.governance.registry.language;

import java.util.ArrayList;
import java.util.List;

/**
 * A field of a schema and what it says of itself.
 *
 * @param pointer names of fields from the top, such as {@code /lines/quantity}; in JSON Schema the
 *     place of its schema
 * @param name the last of them
 * @param unit of a quantity, or the field that tells it; blank where it says none
 * @param codeList whose codes it holds
 * @param classification who may see it
 */
public record SchemaField(
        String pointer,
        String name,
        Kind kind,
        String unit,
        String codeList,
        String classification) {
    /** What its type shows. */
    public enum Kind {
        QUANTITY,
        CODE,
        OTHER
    }

    /**
     * What a contract asks for and it doesn't say.
     *
     * @param classified whether it is classified from outside, as by tags in metadata
     */
    public List<String> lacking(boolean classified) {
        var lacking = new ArrayList<String>();
        if (kind == Kind.QUANTITY && unit.isBlank()) {
            lacking.add("unit");
        }
        if (kind == Kind.CODE && codeList.isBlank()) {
            lacking.add("code list");
        }
        if (!classified && classification.isBlank()) {
            lacking.add("classification");
        }
        return lacking;
    }
}
