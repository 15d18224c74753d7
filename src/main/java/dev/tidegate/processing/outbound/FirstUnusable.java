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
    private final List<Object> path = new ArrayList<>();

    record Found(Unusable value, String pointer) {}

    static Optional<Found> first(Map<?, ?> tree) {
        return new FirstUnusable().visit(tree);
    }

    private Optional<Found> visit(@Nullable Object node) {
        return switch (node) {
            case Unusable value -> Optional.of(new Found(value, Places.pointer("/tree", path)));
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

    private Optional<Found> below(Object step, @Nullable Object node) {
        path.addLast(step);
        var found = visit(node);
        path.removeLast();
        return found;
    }
}
