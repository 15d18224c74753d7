package dev.tidegate.processing.x12;

import java.util.ArrayList;
import java.util.List;

/**
 * A segment as it stands in the text.
 *
 * @param elements by position; 0 is the segment's identifier
 * @param begin index of its first character in the text
 * @param end index behind its last one, its terminator not counted
 */
record Segment(List<String> elements, int begin, int end) {
    static Segment of(String text, char separator, int begin, int end) {
        var elements = new ArrayList<String>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            elements.add(text.substring(from, at).strip());
            from = at + 1;
        }
        elements.add(text.substring(from).strip());
        return new Segment(elements, begin, end);
    }

    String id() {
        return elements.getFirst();
    }

    /** The element at that position; empty where the segment ends before it. */
    String element(int position) {
        return position < elements.size() ? elements.get(position) : "";
    }
}
