package dev.tidegate.processing.mapping;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows one computed value back to the values of the document that it was made of. */
final class Sources {
    private static final int LEAVES_MAX = 2_000;
    private final TreePaths document;
    private final Map<Step, Set<Source>> found = new IdentityHashMap<>();

    Sources(TreePaths document) {
        this.document = document;
    }

    /** A value of the document that was read, by its path. */
    private record Source(List<Object> path, Object value) {}

    List<List<Object>> of(Step maker, Object made) {
        var paths = new LinkedHashSet<List<Object>>();
        for (Source source : sources(maker)) {
            var within = new ArrayList<List<Object>>();
            if (source.value() instanceof Map<?, ?> || source.value() instanceof List<?>) {
                collect(source.value(), source.path(), made, within);
            }
            paths.addAll(within.isEmpty() ? List.of(source.path()) : within);
        }
        return List.copyOf(paths);
    }

    /** Of what was read as a whole, the values that can be told in what was made of it. */
    private static void collect(
            @Nullable Object node, List<Object> path, Object made, List<List<Object>> within) {
        if (within.size() >= LEAVES_MAX) {
            return;
        }
        switch (node) {
            case Map<?, ?> map ->
                    map.forEach(
                            (name, value) ->
                                    collect(value, TreePaths.below(path, name), made, within));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    collect(list.get(i), TreePaths.below(path, i), made, within);
                }
            }
            case null -> {}
            default -> {
                if (Likeness.between(node, made)) {
                    within.add(path);
                }
            }
        }
    }

    private Set<Source> sources(Step step) {
        var known = found.get(step);
        if (known != null) {
            return known;
        }
        found.put(step, Set.of()); // a step is no part of itself, whatever a variable says
        var sources = follow(step);
        found.put(step, sources);
        return sources;
    }

    private Set<Source> follow(Step step) {
        var result =
                step.result instanceof List<?> one && one.size() == 1
                        ? one.getFirst()
                        : step.result;
        if (result != null) {
            var path = document.path(result);
            if (path.isPresent()) {
                return Set.of(new Source(path.get(), result));
            }
        }
        if (step.isLiteral()) {
            return Set.of();
        }
        return switch (step.type) {
            case "variable", "name" -> step.maker == null ? Set.of() : sources(step.maker);
            case "lambda" -> Set.of();
            case "condition" -> chosen(step);
            default -> parts(step);
        };
    }

    /** Where the chosen part is the mapping's own word, what it was chosen by. */
    private Set<Source> chosen(Step condition) {
        var branch = condition.parts.getLast();
        var sources = condition.parts.size() > 1 ? sources(branch) : Set.<Source>of();
        return sources.isEmpty() ? sources(condition.parts.getFirst()) : sources;
    }

    private Set<Source> parts(Step step) {
        for (Step part : step.parts.reversed()) {
            if (part.gave(step.result) && !(step.result instanceof Boolean)) {
                return sources(part);
            }
        }
        var all = new LinkedHashSet<Source>();
        step.parts.forEach(part -> all.addAll(sources(part)));
        if (all.isEmpty() && step.input instanceof String input) {
            // $uppercase() and the like take what stands before the dot
            document.path(input).ifPresent(path -> all.add(new Source(path, input)));
        }
        return all;
    }
}
