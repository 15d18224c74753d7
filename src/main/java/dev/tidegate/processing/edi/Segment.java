package dev.tidegate.processing.edi;

import java.util.function.BiConsumer;

/** A segment as it stands in a text. */
public interface Segment {
    /** {@code PO1}. */
    String id();

    /** The element at that position, from 1; empty where the segment ends before it. */
    String element(int position);

    /** Hands on every element that is told, by the name that it has in a document's tree. */
    void forEach(BiConsumer<String, String> element);

    /** Index of its first character in the text. */
    int begin();

    /** Index behind its last one, its terminator not counted. */
    int end();

    /**
     * Where an element stands in the text, as its first index and the one behind its last; the
     * whole segment where it has none of that name.
     *
     * @param name as {@link #forEach} tells it
     */
    int[] place(String text, String name);

    /** An element's name: its two-digit number. */
    static String name(int position) {
        return position < 10 ? "0" + position : Integer.toString(position);
    }
}
