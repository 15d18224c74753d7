package dev.tidegate.processing.edi;

import dev.tidegate.processing.edi.Grammar.Loop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a tree as {@link Layout} makes it apart into the segments of a set or message, in the order
 * of its grammar: a loop's starter, its members, the loops within it, and what stands behind those.
 */
final class Unfolding {
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]{1,2}");
    private static final String LOOP = "_loop";
    private static final int NESTING_MAX = 20;
    private final Set<String> without;
    private final int segmentsMax;
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();

    private Unfolding(Set<String> without, int segmentsMax) {
        this.without = without;
        this.segmentsMax = segmentsMax;
    }

    /**
     * @param without names in the tree that are no segments of the body: the envelopes
     * @return the segments, of which the first has the index 2, for the header is 1
     * @throws Unwritable where the tree has what no segment can be
     */
    static List<Draft> of(
            Map<String, Object> tree, Grammar grammar, Set<String> without, int segmentsMax) {
        var unfolding = new Unfolding(without, segmentsMax);
        unfolding.unfold(tree, grammar.top(), 0);
        return unfolding.drafts;
    }

    private void unfold(Map<?, ?> node, Loop loop, int depth) {
        if (depth > NESTING_MAX) {
            throw Unwritable.at(
                    loop.name(), "limit_exceeded", "Loops nest too deep.", "Mend the mapping.");
        }
        if (!loop.starter().isEmpty() && !node.containsKey(loop.starter())) {
            throw Unwritable.at(
                    loop.name() + " (segment " + (drafts.size() + 2) + ")",
                    "missing_segment",
                    "A " + loop.name() + " begins with its " + loop.starter() + ".",
                    "Mend the outbound mapping.");
        }
        addOrdered(node, loop, depth);
    }

    /** What the table doesn't list stands before the first loop, or else in it. */
    private void addOrdered(Map<?, ?> node, Loop loop, int depth) {
        boolean unlisted = false;
        for (String name : loop.order()) {
            if (name.endsWith(LOOP)) {
                unlisted = unlisted || addUnlisted(node, loop);
                var child = loop.loops().get(name.substring(0, name.length() - LOOP.length()));
                each(node.get(name), name, item -> unfold(item, child, depth + 1));
            } else {
                each(node.get(name), name, item -> add(name, item));
            }
        }
        if (!unlisted) {
            addUnlisted(node, loop);
        }
    }

    private boolean addUnlisted(Map<?, ?> node, Loop loop) {
        node.forEach(
                (key, value) -> {
                    String name = String.valueOf(key);
                    if (!loop.order().contains(name) && !without.contains(name)) {
                        require(ID.matcher(name).matches(), name, "is no segment's name");
                        each(value, name, item -> add(name, item));
                    }
                });
        return true;
    }

    private void add(String id, Map<?, ?> elements) {
        if (without.contains(id)) {
            return;
        }
        int occurrence = occurrences.merge(id, 1, Integer::sum);
        drafts.add(new Draft(id, elements, occurrence, drafts.size() + 2));
        require(drafts.size() <= segmentsMax, id, "makes it more than " + segmentsMax + " segments");
    }

    private interface Item {
        void take(Map<?, ?> item);
    }

    private void each(@Nullable Object value, String name, Item action) {
        switch (value) {
            case null -> {}
            case Map<?, ?> item -> action.take(item);
            case List<?> list -> list.forEach(item -> each(item, name, action));
            default -> require(false, name, "holds a value where a segment should be");
        }
    }

    private void require(boolean holds, String name, String why) {
        if (!holds) {
            throw Unwritable.at(
                    "segment " + (drafts.size() + 2),
                    "unwritable_tree",
                    "\"" + name + "\" " + why + ".",
                    "Mend the outbound mapping.");
        }
    }
}
