package dev.tidegate.processing.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element between its tags. */
final class OpenElement {
    static final String TEXT = "#text";

    final String name;
    private final @Nullable OpenElement parent;
    private final int position;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    OpenElement(String name, @Nullable OpenElement parent) {
        this.name = name;
        this.parent = parent;
        position = parent == null ? 1 : parent.count(name) + 1;
    }

    @Nullable OpenElement parent() {
        return parent;
    }

    void attribute(String attribute, String value) {
        members.put("@" + attribute, value);
    }

    int textLength() {
        return text.length();
    }

    void append(String more) {
        text.append(more);
    }

    private int count(String child) {
        return switch (members.get(child)) {
            case null -> 0;
            case List<?> list -> list.size();
            default -> 1;
        };
    }

    /** A child of a name that stood before makes a list of both. */
    @SuppressWarnings("unchecked")
    void add(String child, Object value) {
        switch (members.get(child)) {
            case null -> members.put(child, value);
            case List<?> list -> ((List<Object>) list).add(value);
            case Object first -> members.put(child, new ArrayList<>(List.of(first, value)));
        }
    }

    /** Its text, where it has nothing but text; else its attributes, children and text. */
    Object close() {
        String stripped = text.toString().strip();
        if (members.isEmpty()) {
            return stripped;
        }
        if (!stripped.isEmpty()) {
            members.put(TEXT, stripped);
        }
        return members;
    }

    String xpath() {
        var path = new StringBuilder();
        for (OpenElement open = this; open != null; open = open.parent) {
            path.insert(0, "/" + open.name + (open.position > 1 ? "[" + open.position + "]" : ""));
        }
        return path.toString();
    }
}
