package dev.tidegate.processing.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a value of a mapped event came from. Mappings hand values on as they are, so the very
 * same object stands in the document's tree: identity is the trail, and it costs nothing until
 * something is wrong.
 */
public final class Provenance {
    private static final int VISITS_MAX = 1_000_000;
    private final Object wanted;
    private int visits;
    private final List<Object> path = new ArrayList<>();

    private Provenance(Object wanted) {
        this.wanted = wanted;
    }

    /** The path of {@code wanted} in {@code tree}, where it is one of its values. */
    public static Optional<List<Object>> path(Object tree, @Nullable Object wanted) {
        if (wanted == null || "".equals(wanted) || wanted instanceof Boolean) {
            return Optional.empty(); // shared by the whole program, so no trail
        }
        var search = new Provenance(wanted);
        return search.visit(tree) ? Optional.of(List.copyOf(search.path)) : Optional.empty();
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean visit(@Nullable Object node) {
        if (node == wanted) {
            return true;
        }
        if (++visits > VISITS_MAX) {
            return false;
        }
        return switch (node) {
            case Map<?, ?> map -> visitMembers(map);
            case List<?> list -> visitItems(list);
            case null, default -> false;
        };
    }

    private boolean visitMembers(Map<?, ?> map) {
        for (Map.Entry<?, ?> member : map.entrySet()) {
            path.addLast(member.getKey());
            if (visit(member.getValue())) {
                return true;
            }
            path.removeLast();
        }
        return false;
    }

    private boolean visitItems(List<?> list) {
        int index = 0;
        for (Object item : list) {
            path.addLast(index++);
            if (visit(item)) {
                return true;
            }
            path.removeLast();
        }
        return false;
    }
}
