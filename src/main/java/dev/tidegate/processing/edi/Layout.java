package dev.tidegate.processing.edi;

import dev.tidegate.processing.edi.Grammar.Loop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays the segments of a set or message out as a tree by its grammar: {@code {"BEG": {"03": ...},
 * "PO1_loop": [{"PO1": {...}, "PID": {...}}]}}. A segment told once in its loop is an object, more
 * often a list.
 *
 * <p>HL loops stand in one list, in the document's order; each has in {@code within} the nearest
 * loop of every level (HL03) that holds it, so that an item finds its order and its carton however
 * the levels nest: {@code within.O.PRF}.
 */
public final class Layout {
    private final ArrayDeque<Open> open = new ArrayDeque<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final Hierarchy hierarchy = new Hierarchy();
    private final Map<String, Object> top = new LinkedHashMap<>();

    /** A loop that segments go to: as it stands in the tree, and as loops within it see it. */
    private record Open(Loop loop, Map<String, Object> node, Map<String, Object> own) {
        void put(String id, Elements elements) {
            Layout.put(node, id, elements);
            if (own != node) {
                Layout.put(own, id, elements);
            }
        }

        void append(String loop, Map<String, Object> started) {
            Layout.append(node, loop, started);
            if (own != node) {
                Layout.append(own, loop, started);
            }
        }
    }

    private Layout(Grammar grammar) {
        open.push(new Open(grammar.top(), top, top));
    }

    public static Map<String, Object> of(List<? extends Segment> segments, Grammar grammar) {
        var layout = new Layout(grammar);
        for (int i = 0; i < segments.size(); i++) {
            layout.add(segments.get(i), i + 1);
        }
        return layout.top;
    }

    private void add(Segment segment, int index) {
        int occurrence = occurrences.merge(segment.id(), 1, Integer::sum);
        var elements = Elements.of(segment, occurrence, index);
        for (Open candidate : List.copyOf(open)) {
            var started = Grammar.started(candidate.loop(), segment.id());
            if (started.isPresent()) {
                closeDownTo(candidate);
                start(started.get(), segment, elements);
                return;
            }
            if (candidate.loop().members().contains(segment.id())) {
                closeDownTo(candidate);
                break;
            }
        }
        open.getFirst().put(segment.id(), elements);
    }

    private void closeDownTo(Open kept) {
        while (open.getFirst() != kept) {
            open.pop();
        }
    }

    private void start(Loop loop, Segment segment, Elements elements) {
        var node = new LinkedHashMap<String, Object>();
        open.getFirst().append(loop.name(), node);
        var own = loop.isHierarchical() ? new LinkedHashMap<String, Object>() : node;
        var started = new Open(loop, node, own);
        started.put(loop.starter(), elements);
        open.push(started);
        if (loop.isHierarchical()) {
            node.put("within", hierarchy.within(segment, own));
        }
    }

    @SuppressWarnings("unchecked")
    private static void append(Map<String, Object> node, String name, Object value) {
        ((List<Object>) node.computeIfAbsent(name, _ -> new ArrayList<>())).add(value);
    }

    private static void put(Map<String, Object> node, String id, Elements elements) {
        switch (node.get(id)) {
            case null -> node.put(id, elements);
            case List<?> list -> append(node, id, elements);
            case Object first -> {
                node.remove(id);
                append(node, id, first);
                append(node, id, elements);
            }
        }
    }
}
