package dev.tidegate.processing.x12;

import java.util.LinkedHashMap;

/**
 * A segment in a document's tree: its elements by their two-digit numbers, without the empty ones.
 * Composite and repeated elements stay as told; a mapping parts them with {@code $split(x,
 * $component)}.
 */
final class Elements extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    /** Its number in the set, ST being 1. */
    final int index;

    private final String id;

    /** Among the segments of its kind in the set, from 1. */
    private final int occurrence;

    private Elements(String id, int occurrence, int index) {
        super(16);
        this.id = id;
        this.occurrence = occurrence;
        this.index = index;
    }

    static Elements of(Segment segment, int occurrence, int index) {
        var elements = new Elements(segment.id(), occurrence, index);
        for (int i = 1; i < segment.elements().size(); i++) {
            String value = segment.element(i);
            if (!value.isEmpty()) {
                elements.put(name(i), value);
            }
        }
        return elements;
    }

    static String name(int position) {
        return position < 10 ? "0" + position : Integer.toString(position);
    }

    /** {@code PO1[3] (segment 14)}. */
    String place() {
        return "%s[%d] (segment %d)".formatted(id, occurrence, index);
    }

    /** {@code PO1[3]-02 (segment 14)}. */
    String place(String element) {
        return "%s[%d]-%s (segment %d)".formatted(id, occurrence, element, index);
    }
}
