package dev.tidegate.processing.edi;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How HL and CPS loops hold one another: their first element is a loop's own number, the second its
 * parent's, the third its level (of an HL: S shipment, O order, T tare, P pack, I item). A loop
 * learns which loop of each level holds it; the levels above it are told flat, without their own
 * holders, so that the tree stays a tree.
 */
final class Hierarchy {
    private static final int LEVELS_MAX = 12;
    private final Map<String, Map<String, Object>> insideOf = new HashMap<>();
    private String last = "";

    /**
     * What holds a loop, by level. A parent that isn't there is taken for the loop before.
     *
     * @param own the loop's segments, as those that it holds will see them
     */
    Map<String, Object> within(Segment hl, Map<String, Object> own) {
        String parent = hl.element(2);
        if (!parent.isEmpty() && !insideOf.containsKey(parent)) {
            parent = last;
        }
        var within = insideOf.getOrDefault(parent, Map.of());
        var inside = new LinkedHashMap<>(within);
        if (inside.size() < LEVELS_MAX || inside.containsKey(hl.element(3))) {
            inside.put(hl.element(3), own);
        }
        last = hl.element(1);
        insideOf.put(last, inside);
        return within;
    }
}
