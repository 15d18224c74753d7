package dev.tidegate.processing.drift;

import dev.tidegate.governance.agreement.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where another field of the same object stands: up to what both share, then down.
 *
 * @param depth of what they share
 * @param steps from there, none of them through a list
 */
record Beside(int depth, List<String> steps) {

    static Beside of(FieldPath field, FieldPath other) {
        int depth = field.shared(other);
        return new Beside(depth, other.steps().subList(depth, other.steps().size()));
    }

    /**
     * @param at the objects under way, by depth
     */
    Optional<String> text(@Nullable Object[] at) {
        return text(at[depth], steps);
    }

    /** The text at the end of the steps; the first item stands for a list. */
    static Optional<String> text(@Nullable Object top, List<String> steps) {
        Object value = top;
        for (String step : steps) {
            value = first(value) instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value == null || value instanceof Map<?, ?> || value instanceof List<?>
                ? Optional.empty()
                : Optional.of(value.toString().strip()).filter(text -> !text.isEmpty());
    }

    private static @Nullable Object first(@Nullable Object value) {
        return value instanceof List<?> list ? list.isEmpty() ? null : list.getFirst() : value;
    }
}
