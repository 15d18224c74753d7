package dev.tidegate.governance.registry.language;

/**
 * A field of a message.
 *
 * @param oneOf of which it is part; empty for none
 * @param described what its options say of it
 */
record ProtoField(
        int number,
        String name,
        ProtoType type,
        boolean repeated,
        boolean required,
        String oneOf,
        SchemaField described) {

    /** Itself, or the choice that it is part of. */
    String source() {
        return oneOf.isEmpty() ? "field " + number : "oneof " + oneOf;
    }
}
