package dev.tidegate.platform.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place where two JSON texts differ.
 *
 * @param pointer such as {@code /lines/0/quantity}
 * @param before absent where only the other has it
 * @param after absent where only the first has it
 */
public record JsonDifference(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {

    /** The first {@code most} places, in the order of the first text. */
    public static List<JsonDifference> between(JsonNode before, JsonNode after, int most) {
        var found = new ArrayList<JsonDifference>();
        compare("", before, after, most, found);
        return found;
    }

    private static void compare(
            String pointer,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            int most,
            List<JsonDifference> found) {
        if (found.size() >= most || before != null && before.equals(after)) {
            return;
        }
        if (before != null && after != null && before.isObject() && after.isObject()) {
            for (String name : names(before, after)) {
                compare(pointer + "/" + name, before.get(name), after.get(name), most, found);
            }
        } else if (before != null && after != null && before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(pointer + "/" + i, before.get(i), after.get(i), most, found);
            }
        } else {
            found.add(new JsonDifference(pointer, before, after));
        }
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        var names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        return names;
    }
}
