package dev.tidegate.processing.edi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds where two trees of segments tell different things. A list of one is that one, and a value
 * is its text.
 *
 * @param aside names of members that aren't compared
 * @param number a plain number as elements tell it
 */
record Difference(Predicate<String> aside, UnaryOperator<String> number) {
    /** The path to the first difference. */
    Optional<List<Object>> between(Map<?, ?> told, Map<?, ?> read) {
        var path = new ArrayList<Object>();
        return differ(told, read, path) ? Optional.of(path) : Optional.empty();
    }

    private boolean differ(@Nullable Object told, @Nullable Object read, List<Object> path) {
        if (told instanceof Map<?, ?> one && read instanceof Map<?, ?> other) {
            return membersDiffer(one, other, path);
        }
        if (told instanceof List<?> || read instanceof List<?>) {
            return itemsDiffer(listed(told), listed(read), path);
        }
        String one = Draft.text(told);
        return one == null
                || !(told instanceof Number ? number.apply(one) : one).equals(Draft.text(read));
    }

    private boolean membersDiffer(Map<?, ?> told, Map<?, ?> read, List<Object> path) {
        var names = names(told);
        names.addAll(names(read));
        for (String name : names) {
            path.add(name);
            if (!aside.test(name) && differ(told.get(name), read.get(name), path)) {
                return true;
            }
            path.removeLast();
        }
        return false;
    }

    private static Set<String> names(Map<?, ?> tree) {
        return tree.keySet().stream()
                .map(String::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean itemsDiffer(List<?> told, List<?> read, List<Object> path) {
        if (told.size() != read.size()) {
            return true;
        }
        for (int i = 0; i < told.size(); i++) {
            path.add(i);
            if (differ(told.get(i), read.get(i), path)) {
                return true;
            }
            path.removeLast();
        }
        return false;
    }

    private static List<?> listed(@Nullable Object one) {
        return one instanceof List<?> list ? list : one == null ? List.of() : List.of(one);
    }
}
