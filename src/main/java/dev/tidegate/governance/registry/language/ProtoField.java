package dev.tidegate.governance.registry.language;

/**
 * A field of a message.
 *
 * @param oneOf of which it is part; empty for none
 */
record ProtoField(
        int number, String name, ProtoType type, boolean repeated, boolean required, String oneOf) {

    /** Itself, or the choice that it is part of. */
    String source() {
        return oneOf.isEmpty() ? "field " + number : "oneof " + oneOf;
    }
}
