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

    /**
     * Where the value stands in the text, as its first index and the one behind its last; of a loop
     * where its first segment does. Empty where the path leads to no segment.
     */
    Optional<int[]> indexes(String text, List<Object> path) {
        Object node = tree;
        Optional<int[]> found = Optional.empty();
        for (Object step : path) {
            if (node instanceof Elements elements) {
                return Optional.of(elements.segment.place(text, step.toString()));
            }
            node = child(node, step);
            found = first(node).map(segment -> new int[] {segment.begin(), segment.end()});
        }
        return found;
    }

    private static Optional<Segment> first(@Nullable Object node) {
        return switch (node) {
            case Elements elements -> Optional.of(elements.segment);
            case Map<?, ?> map when !map.isEmpty() -> first(map.values().iterator().next());
            case List<?> list when !list.isEmpty() -> first(list.getFirst());
            case null, default -> Optional.empty();
        };
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
