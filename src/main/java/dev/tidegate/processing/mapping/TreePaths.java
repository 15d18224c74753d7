package dev.tidegate.processing.mapping;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a document's tree by identity, each with its path. */
final class TreePaths {
    private final Map<Object, List<Object>> paths = new IdentityHashMap<>();

    TreePaths(Map<String, Object> tree) {
        visit(tree, List.of());
    }

    /**
     * The first path of each: a hierarchy hands the same segment on to what stands below. The empty
     * text and truth values are shared by the whole program, so they tell nothing.
     */
    private void visit(@Nullable Object node, List<Object> path) {
        if (node == null
                || "".equals(node)
                || node instanceof Boolean
                || paths.putIfAbsent(node, path) != null) {
            return;
        }
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> visit(value, below(path, name)));
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                visit(list.get(i), below(path, i));
            }
        }
    }

    Optional<List<Object>> path(@Nullable Object value) {
        return value == null ? Optional.empty() : Optional.ofNullable(paths.get(value));
    }

    static List<Object> below(List<Object> path, Object step) {
        var below = new ArrayList<>(path);
        below.add(step);
        return below;
    }

    Set<Object> identities() {
        return paths.keySet();
    }
}
