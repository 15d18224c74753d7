package dev.tidegate.processing.edi;

import dev.tidegate.processing.document.Places;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Places in a set or message: {@code PO1[3]-02 (segment 14)} is the second element of the third
 * PO1, its 14th segment, ST or UNH being the first.
 *
 * @param lines the loop that the lines of the mapped document come from
 */
public record EdiPlaces(Map<String, Object> tree, String ref, String lines) implements Places {
    @Override
    public String at(List<Object> path) {
        Object node = tree;
        String place = ref;
        for (Object step : path) {
            if (node instanceof Elements elements) {
                return elements.place(step.toString());
            }
            node = child(node, step);
            if (node instanceof Elements elements) {
                place = elements.place();
            }
        }
        return place;
    }

    /** The segment that a line comes from. */
    @Override
    public Optional<String> likely(List<Object> canonicalPath) {
        if (lines.isEmpty()
                || canonicalPath.size() < 2
                || !(canonicalPath.get(1) instanceof Integer index)) {
            return Optional.empty();
        }
        var loop = child(child(tree, lines + "_loop"), index);
        return child(loop, lines) instanceof Elements starter
                ? Optional.of(starter.place())
                : Optional.empty();
    }

    private static @Nullable Object child(@Nullable Object node, Object step) {
        return switch (node) {
            case Map<?, ?> map -> map.get(step);
            case List<?> list when step instanceof Integer index && index < list.size() ->
                    list.get(index);
            case null, default -> null;
        };
    }
}
