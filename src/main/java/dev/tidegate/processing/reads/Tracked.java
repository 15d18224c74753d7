package dev.tidegate.processing.reads;

import dev.tidegate.governance.agreement.FieldPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a document's tree that remembers which members were asked for, and in which every text
 * and number is an object of its own, so that it is known again where a mapping hands it on.
 */
final class Tracked {
    private static final int PATHS_MAX = 500;

    /** Paths that were asked for and had a value. */
    final Set<String> asked = new LinkedHashSet<>();

    /** Where each value stood. */
    final Map<Object, String> origins = new IdentityHashMap<>();

    final Map<String, Object> tree;

    Tracked(Map<String, Object> document) {
        tree = copy(document, new FieldPath(List.of()));
    }

    private Map<String, Object> copy(Map<?, ?> from, FieldPath path) {
        var copy = new Members(path);
        from.forEach(
                (name, value) -> {
                    String member = String.valueOf(name);
                    copy.put(member, copy(value, path.below(member)));
                });
        return copy;
    }

    private @Nullable Object copy(@Nullable Object value, FieldPath path) {
        return switch (value) {
            case Map<?, ?> map -> copy(map, path);
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>(list.size());
                list.forEach(item -> copy.add(copy(item, path.below(FieldPath.ANY))));
                yield copy;
            }
            case String text -> known(new String(text.toCharArray()), path);
            case BigDecimal number ->
                    known(new BigDecimal(number.unscaledValue(), number.scale()), path);
            case null, default -> value;
        };
    }

    private Object known(Object value, FieldPath path) {
        origins.put(value, path.toString());
        return value;
    }

    /** An object whose members are noted as they are asked for. */
    private final class Members extends LinkedHashMap<String, Object> {
        private static final long serialVersionUID = 1L;

        private final transient FieldPath path;

        Members(FieldPath path) {
            this.path = path;
        }

        @Override
        public @Nullable Object get(Object name) {
            var value = super.get(name);
            if (value != null && asked.size() < PATHS_MAX) {
                asked.add(path.below(String.valueOf(name)).toString());
            }
            return value;
        }
    }
}
