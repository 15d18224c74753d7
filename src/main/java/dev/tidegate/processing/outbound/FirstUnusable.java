package dev.tidegate.processing.outbound;

import dev.tidegate.processing.document.Places;
import dev.tidegate.processing.document.Unusable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a function of the mapping could not make sense of, before it is written as a text. */
final class FirstUnusable {
    private final int depthMax;
    private final List<Object> path = new ArrayList<>();

    private FirstUnusable(int depthMax) {
        this.depthMax = depthMax;
    }

    record Found(Unusable value, String pointer) {}

    /**
     * In a document as it was drawn, its tree and all beside it. What is too deep can't be used
     * either, and whoever reads on may rely on it.
     */
    static Optional<Found> in(Map<?, ?> drawn, int depthMax) {
        return new FirstUnusable(depthMax).visit(drawn);
    }

    private Optional<Found> visit(@Nullable Object node) {
        if (path.size() > depthMax) {
            return found(
                    new Unusable(
                            "limit_exceeded", "It has more than " + depthMax + " levels.", null));
        }
        return switch (node) {
            case Unusable value -> found(value);
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(member -> below(member.getKey(), member.getValue()))
                            .flatMap(Optional::stream)
                            .findFirst();
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    var found = below(i, list.get(i));
                    if (found.isPresent()) {
                        yield found;
                    }
                }
                yield Optional.empty();
            }
            case null, default -> Optional.empty();
        };
    }

    private Optional<Found> found(Unusable value) {
        return Optional.of(new Found(value, Places.pointer("", path)));
    }

    private Optional<Found> below(Object step, @Nullable Object node) {
        path.addLast(step);
        var found = visit(node);
        path.removeLast();
        return found;
    }
}
