package dev.tidegate.processing.edifact;

import dev.tidegate.processing.edi.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A segment of EDIFACT. In a document's tree a component is named by its element and its own
 * number: {@code 02-3}; the first one by its element alone: {@code 02}. So it makes no difference
 * whether a directory has a simple element there or a composite. A repeated element stays as told.
 *
 * @param elements components of each element; the first is the tag's
 * @param delimiters by which it is parted in its text
 */
record EdifactSegment(List<List<String>> elements, Delimiters delimiters, int begin, int end)
        implements Segment {
    static EdifactSegment of(String content, Delimiters delimiters, int begin, int end) {
        var elements = new ArrayList<List<String>>();
        var components = new ArrayList<String>(2);
        var value = new StringBuilder();
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == delimiters.release() && c != ' ' && i + 1 < content.length()) {
                value.append(content.charAt(++i));
            } else if (c == delimiters.component()) {
                components.add(taken(value));
            } else if (c == delimiters.element()) {
                components.add(taken(value));
                elements.add(components);
                components = new ArrayList<>(2);
            } else {
                value.append(c);
            }
        }
        components.add(taken(value));
        elements.add(components);
        return new EdifactSegment(elements, delimiters, begin, end);
    }

    private static String taken(StringBuilder value) {
        String text = value.toString().strip();
        value.setLength(0);
        return text;
    }

    @Override
    public String id() {
        return elements.getFirst().getFirst();
    }

    @Override
    public String element(int position) {
        return component(position, 1);
    }

    /** Both from 1; empty where the segment or the element ends before it. */
    String component(int position, int number) {
        return position < elements.size() && number <= elements.get(position).size()
                ? elements.get(position).get(number - 1)
                : "";
    }

    @Override
    public void forEach(BiConsumer<String, String> element) {
        for (int i = 1; i < elements.size(); i++) {
            var components = elements.get(i);
            for (int j = 0; j < components.size(); j++) {
                if (!components.get(j).isEmpty()) {
                    String name = Segment.name(i);
                    element.accept(j == 0 ? name : name + "-" + (j + 1), components.get(j));
                }
            }
        }
    }

    @Override
    public int[] place(String text, String name) {
        int dash = name.indexOf('-');
        int element = Integer.parseInt(dash < 0 ? name : name.substring(0, dash));
        int component = dash < 0 ? 1 : Integer.parseInt(name.substring(dash + 1));
        int from = behind(text, begin, delimiters.element(), element);
        int first = from < 0 ? -1 : behind(text, from, delimiters.component(), component - 1);
        return first < 0 ? new int[] {begin, end} : new int[] {first, endOfComponent(text, first)};
    }

    /** The index behind so many marks from {@code from} on; -1 where there are fewer. */
    private int behind(String text, int from, char mark, int count) {
        int at = from;
        for (int passed = 0; passed < count; passed++) {
            while (at < end && text.charAt(at) != mark) {
                at += step(text, at);
            }
            if (at >= end) {
                return -1;
            }
            at++;
        }
        return at;
    }

    private int endOfComponent(String text, int from) {
        int at = from;
        while (at < end
                && text.charAt(at) != delimiters.element()
                && text.charAt(at) != delimiters.component()) {
            at += step(text, at);
        }
        return Math.min(at, end);
    }

    /** A released character is passed with what releases it. */
    private int step(String text, int at) {
        return text.charAt(at) == delimiters.release() && delimiters.release() != ' ' ? 2 : 1;
    }
}
