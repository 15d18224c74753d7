package dev.tidegate.processing.x12;

import dev.tidegate.processing.edi.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A segment of X12. Composite and repeated elements stay as told; a mapping parts them with {@code
 * $split(x, $component)}.
 *
 * @param elements by position; 0 is the segment's identifier
 */
record X12Segment(List<String> elements, int begin, int end) implements Segment {
    static X12Segment of(String text, char separator, int begin, int end) {
        var elements = new ArrayList<String>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            elements.add(text.substring(from, at).strip());
            from = at + 1;
        }
        elements.add(text.substring(from).strip());
        return new X12Segment(elements, begin, end);
    }

    @Override
    public String id() {
        return elements.getFirst();
    }

    @Override
    public String element(int position) {
        return position < elements.size() ? elements.get(position) : "";
    }

    @Override
    public void forEach(BiConsumer<String, String> element) {
        for (int i = 1; i < elements.size(); i++) {
            if (!elements.get(i).isEmpty()) {
                element.accept(Segment.name(i), elements.get(i));
            }
        }
    }

    @Override
    public int[] place(String text, String name) {
        int at = text.indexOf(id(), begin) + id().length();
        char separator = at < text.length() ? text.charAt(at) : ' ';
        int position = Integer.parseInt(name);
        for (int passed = 1; passed < position && at >= 0; passed++) {
            at = text.indexOf(separator, at + 1);
        }
        if (at < 0 || at >= end) {
            return new int[] {begin, end};
        }
        int next = text.indexOf(separator, at + 1);
        return new int[] {at + 1, next < 0 || next > end ? end : next};
    }
}
