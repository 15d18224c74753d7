package dev.tidegate.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where two JSON texts differ, in words. */
final class Differences {
    private final List<String> found = new ArrayList<>();
    private final int most;

    private Differences(int most) {
        this.most = most;
    }

    /** The first {@code most}: {@code /0/body/number: golden "1", now "2"}. */
    static List<String> between(JsonNode golden, JsonNode now, int most) {
        var differences = new Differences(most);
        differences.compare("", golden, now);
        return differences.found;
    }

    private void compare(String pointer, @Nullable JsonNode golden, @Nullable JsonNode now) {
        if (found.size() >= most || Objects.equals(golden, now)) {
            return;
        }
        if (golden != null && now != null && golden.isObject() && now.isObject()) {
            var names = new LinkedHashSet<>(golden.propertyNames());
            names.addAll(now.propertyNames());
            names.forEach(name -> compare(pointer + "/" + name, golden.get(name), now.get(name)));
        } else if (golden != null && now != null && golden.isArray() && now.isArray()) {
            for (int i = 0; i < Math.max(golden.size(), now.size()); i++) {
                compare(pointer + "/" + i, golden.get(i), now.get(i));
            }
        } else {
            found.add("%s: golden %s, now %s".formatted(pointer, told(golden), told(now)));
        }
    }

    private static String told(@Nullable JsonNode value) {
        return value == null ? "has nothing" : value.toString();
    }
}
