package dev.tidegate.processing.suggestion;

import java.util.List;

/**
 * A field of a canonical type.
 *
 * @param pointer from the body: {@code /number}, {@code /lines/quantity}; the version's is {@code
 *     /version}, for an event has that beside its body
 * @param concepts of the synonym list that mean it, the best first
 * @param required whether the schema refuses an event without it
 * @param values of a code; else empty
 */
record Target(
        String pointer, Kind kind, boolean required, List<String> concepts, List<String> values) {
    private static final String LINES = "/lines/";

    static Target optional(String pointer, Kind kind, String... concepts) {
        return new Target(pointer, kind, false, List.of(concepts), List.of());
    }

    static Target required(String pointer, Kind kind, String... concepts) {
        return new Target(pointer, kind, true, List.of(concepts), List.of());
    }

    Target oneOf(String... codes) {
        return new Target(pointer, kind, required, concepts, List.of(codes));
    }

    boolean isOfLine() {
        return pointer.startsWith(LINES);
    }

    /** Its name in the object that it is a member of. */
    String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
