package dev.tidegate.processing.edi;

import dev.tidegate.processing.document.Unwritable;
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
    private final Set<String> without;
    private final int segmentsMax;
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final List<Object> path = new ArrayList<>();
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
    static List<Draft> of(Map<?, ?> tree, Grammar grammar, Set<String> without, int segmentsMax) {
        var unfolding = new Unfolding(without, segmentsMax);
        unfolding.unfold(tree, grammar.top());
        return unfolding.drafts;
    }

    private void unfold(Map<?, ?> node, Loop loop) {
        require(
                loop.starter().isEmpty() || node.containsKey(loop.starter()),
                "It has to begin with its " + loop.starter() + ".");
        boolean unlisted = false;
        for (String name : loop.order()) {
            var child = loop.loops().get(name.replace(LOOP, ""));
            if (name.endsWith(LOOP) && child != null) {
                unlisted = unlisted || addUnlisted(node, loop);
                each(name, node.get(name), item -> unfold(item, child));
            } else {
                each(name, node.get(name), item -> add(name, item));
            }
        }
        if (!unlisted) {
            addUnlisted(node, loop);
        }
    }

    /** What the table doesn't list stands before the loops, where it is the loop's own. */
    private boolean addUnlisted(Map<?, ?> node, Loop loop) {
        node.forEach(
                (key, value) -> {
                    String name = String.valueOf(key);
                    if (!loop.order().contains(name) && !without.contains(name)) {
                        each(name, value, item -> add(name, item));
                    }
                });
        return true;
    }

    private void add(String id, Map<?, ?> elements) {
        if (without.contains(id)) {
            return;
        }
        require(ID.matcher(id).matches(), "No segment has such a name, and no loop of this one.");
        int occurrence = occurrences.merge(id, 1, Integer::sum);
        drafts.add(new Draft(id, elements, List.copyOf(path), occurrence, drafts.size() + 2));
        require(drafts.size() <= segmentsMax, "It has more than " + segmentsMax + " segments.");
    }

    private interface Item {
        void take(Map<?, ?> item);
    }

    private void each(String name, @Nullable Object value, Item action) {
        path.add(name);
        switch (value) {
            case null -> {}
            case Map<?, ?> item -> action.take(item);
            case List<?> list -> eachOf(list, action);
            default -> require(without.contains(name), "Here a segment should be, not a value.");
        }
        path.removeLast();
    }

    private void eachOf(List<?> list, Item action) {
        for (int i = 0; i < list.size(); i++) {
            path.add(i);
            if (list.get(i) instanceof Map<?, ?> item) {
                action.take(item);
            } else {
                require(false, "Here a segment should be, not a value.");
            }
            path.removeLast();
        }
    }

    private void require(boolean holds, String reason) {
        if (!holds) {
            throw Unwritable.inTree(List.copyOf(path), reason);
        }
    }
}
