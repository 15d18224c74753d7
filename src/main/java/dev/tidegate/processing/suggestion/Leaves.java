package dev.tidegate.processing.suggestion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of trees by their paths, whatever the position in lists. */
final class Leaves {
    static final String TEXT = "#text";
    private static final int DEPTH_MAX = 8;
    private static final int VALUES_MAX = 1_000;

    private final Map<List<String>, List<String>> values = new LinkedHashMap<>();
    private final Set<List<String>> texts = new LinkedHashSet<>();
    private final Set<List<String>> containers = new LinkedHashSet<>();
    private final Set<List<String>> lists = new LinkedHashSet<>();
    private final int leavesMax;

    Leaves(int leavesMax) {
        this.leavesMax = leavesMax;
    }

    void add(Map<String, Object> tree) {
        walk(tree, List.of());
    }

    private void walk(@Nullable Object node, List<String> path) {
        if (path.size() > DEPTH_MAX) {
            return;
        }
        switch (node) {
            case Map<?, ?> map -> {
                containers.add(path);
                map.forEach((name, value) -> walk(value, below(path, name.toString())));
            }
            case List<?> list -> {
                if (list.stream().anyMatch(item -> item instanceof Map)) {
                    lists.add(path);
                }
                list.stream().filter(item -> item instanceof Map).forEach(item -> walk(item, path));
            }
            case BigDecimal number -> value(path, number.toPlainString(), false);
            case String text -> value(path, text.strip(), true);
            case null, default -> {} // a Boolean or nothing is no field that a draft fills
        }
    }

    private static List<String> below(List<String> path, String name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }

    private void value(List<String> path, String value, boolean text) {
        if (values.size() >= leavesMax && !values.containsKey(path)) {
            return;
        }
        var known = values.computeIfAbsent(path, _ -> new ArrayList<>());
        if (!value.isEmpty() && known.size() < VALUES_MAX) {
            known.add(value);
        }
        if (text) {
            texts.add(path);
        }
    }

    Set<List<String>> containers() {
        return containers;
    }

    boolean isList(List<String> path) {
        return lists.contains(path);
    }

    /** The list that the nearest one around a path is. */
    Optional<List<String>> listAround(List<String> path) {
        for (int length = path.size() - 1; length > 0; length--) {
            if (lists.contains(path.subList(0, length))) {
                return Optional.of(path.subList(0, length));
            }
        }
        return Optional.empty();
    }

    List<List<String>> below(List<String> top) {
        return values.keySet().stream().filter(leaf -> isBelow(leaf, top)).toList();
    }

    /** Those below it that stand in no list below it. */
    List<List<String>> withoutLists(List<String> top) {
        return below(top).stream()
                .filter(
                        leaf ->
                                lists.stream()
                                        .noneMatch(
                                                list ->
                                                        list.size() > top.size()
                                                                && isBelow(leaf, list)))
                .toList();
    }

    List<List<String>> outsideOfLists() {
        return values.keySet().stream()
                .filter(leaf -> lists.stream().noneMatch(list -> isBelow(leaf, list)))
                .toList();
    }

    boolean isBelow(List<String> leaf, List<String> top) {
        return leaf.size() > top.size() && leaf.subList(0, top.size()).equals(top);
    }

    Column column(List<String> leaf, String name, String path) {
        return new Column(name, path, values.getOrDefault(leaf, List.of()), !texts.contains(leaf));
    }

    /** Without the signs that an XML tree's names have. */
    static String name(List<String> steps) {
        return steps.stream()
                .filter(step -> !step.equals(TEXT) || steps.size() == 1)
                .map(step -> step.startsWith("@") ? step.substring(1) : step)
                .collect(Collectors.joining("."));
    }
}
