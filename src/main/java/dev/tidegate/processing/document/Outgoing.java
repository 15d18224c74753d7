package dev.tidegate.processing.document;

import java.util.Map;

/**
 * A document as an outbound mapping drew it: what the format's {@link Adapter} would read, so that
 * a writer is the inverse of a reader.
 *
 * @param tree as {@link Reading.Document} has it: maps, lists, strings, numbers and booleans
 * @param variables what the adapter binds for a mapping beside the tree, such as {@code root} of an
 *     XML document or {@code component} of an X12 set; and what the writer asks for besides
 */
public record Outgoing(Map<?, ?> tree, Map<?, ?> variables) {
    /** A variable as a text. */
    public String text(String name, String otherwise) {
        var value = variables.get(name);
        return value == null ? otherwise : value.toString();
    }
}
