package dev.tidegate.processing.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where two canonical bodies differ, field by field. */
final class Fields {
    private final int most;
    private final List<Field> found = new ArrayList<>();

    private Fields(int most) {
        this.most = most;
    }

    /**
     * A field that differs.
     *
     * @param pointer such as {@code /lines/0/quantity}
     * @param before absent where only the candidate tells it
     * @param after absent where the candidate doesn't tell it
     */
    record Field(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {}

    /** The first {@code most} of them. */
    static List<Field> between(JsonNode before, JsonNode after, int most) {
        var fields = new Fields(most);
        fields.compare("", before, after);
        return fields.found;
    }

    private void compare(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (found.size() >= most || before != null && before.equals(after)) {
            return;
        }
        if (before != null && after != null && before.isObject() && after.isObject()) {
            for (String name : names(before, after)) {
                compare(pointer + "/" + name, before.get(name), after.get(name));
            }
        } else if (before != null && after != null && before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(pointer + "/" + i, before.get(i), after.get(i));
            }
        } else {
            found.add(new Field(pointer, before, after));
        }
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        var names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        return names;
    }
}
