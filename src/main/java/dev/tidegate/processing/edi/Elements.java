package dev.tidegate.processing.edi;

import java.util.LinkedHashMap;

/** A segment in a document's tree: its elements by their names, without the empty ones. */
public final class Elements extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    /** Its number in the set, ST being 1. */
    final int index;

    /** As it stands in the text. */
    final transient Segment segment;

    private final String id;

    /** Among the segments of its kind in the set, from 1. */
    private final int occurrence;

    private Elements(Segment segment, int occurrence, int index) {
        super(16);
        this.segment = segment;
        this.id = segment.id();
        this.occurrence = occurrence;
        this.index = index;
    }

    public static Elements of(Segment segment, int occurrence, int index) {
        var elements = new Elements(segment, occurrence, index);
        segment.forEach(elements::put);
        return elements;
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
