package dev.tidegate.processing.drift;

import dev.tidegate.governance.agreement.FieldPath;
import dev.tidegate.governance.agreement.Kind;
import dev.tidegate.governance.drift.Departure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One document beside one kind of its contract. Told once a path and kind: a hundred lines with the
 * same new field are one departure.
 */
final class Walk {
    private static final int DEPARTURES_MAX = 20;

    private final String document;
    private final Node top;

    /** What is under way, by depth. */
    private final @Nullable Object[] at;

    private final List<Object> place = new ArrayList<>();
    private final List<Departure> found = new ArrayList<>(0);
    private final Set<String> told = new HashSet<>(0);

    Walk(CompiledContract.Variant variant) {
        this.document = variant.name();
        this.top = variant.top();
        this.at = new Object[variant.depth() + 1];
    }

    List<Departure> of(Map<String, Object> tree) {
        inside(top, tree);
        return found;
    }

    private void value(Node node, Object value) {
        at[node.depth()] = value;
        if (!node.rules().isEmpty()) {
            var rule = node.rules().getFirst();
            var breach = rule.breach(value, at);
            if (breach.isPresent()) {
                tell(node.path(), rule, breach.get());
                return; // of another shape or meaning: what is inside says nothing
            }
        }
        inside(node, value);
    }

    private void inside(Node node, Object value) {
        at[node.depth()] = value;
        if (node.isOpen()) {
            return;
        }
        switch (value) {
            case Map<?, ?> map -> object(node, map);
            case List<?> list -> items(node, list);
            default -> {}
        }
    }

    /** A list where the contract has none is what is told more than once. */
    private void items(Node node, List<?> list) {
        var items = node.items();
        int index = 0;
        for (Object item : list) {
            place.add(index++);
            if (item != null && items.isPresent()) {
                value(items.get(), item);
            } else if (item instanceof Map<?, ?>) {
                inside(node, item);
            }
            place.removeLast();
        }
    }

    private void object(Node node, Map<?, ?> map) {
        var items = node.items();
        if (items.isPresent() && node.members().size() == 1 && !node.isKeyed()) {
            value(items.get(), map); // told once where a list may be
            return;
        }
        List<String> undeclared = List.of();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            String name = String.valueOf(member.getKey());
            var child = node.members().get(name);
            if (child == null && items.isEmpty()) {
                undeclared = with(undeclared, name);
            } else if (isTold(member.getValue())) {
                place.add(name);
                value(child == null ? items.get() : child, member.getValue());
                place.removeLast();
            }
        }
        absent(node, map, undeclared);
    }

    private static List<String> with(List<String> names, String name) {
        var more = names.isEmpty() ? new ArrayList<String>(2) : names;
        more.add(name);
        return more;
    }

    static boolean isTold(@Nullable Object value) {
        return value != null && !(value instanceof String text && text.isBlank());
    }

    private void absent(Node node, Map<?, ?> map, List<String> undeclared) {
        var left = undeclared;
        for (Node required : node.required()) {
            if (!isTold(map.get(required.name()))) {
                left = missing(required, map, left);
            }
        }
        for (String name : left) {
            var path = node.path().below(name);
            place.add(name);
            add(path, Kind.UNDECLARED_FIELD, true, "no such field", described(map.get(name)));
            place.removeLast();
        }
    }

    /** What is left undeclared once the missing field is told. */
    private List<String> missing(Node required, Map<?, ?> map, List<String> undeclared) {
        var rule = required.rules().getFirst();
        var guess = Rename.of(required, map, undeclared, at);
        place.add(guess.orElse(required.name()));
        add(
                required.path(),
                guess.isPresent() ? Kind.RENAMED_FIELD : Kind.MISSING_FIELD,
                rule.field().onlyNoted(),
                rule.expected(),
                guess.map(name -> "perhaps renamed to " + sibling(required, name))
                        .orElse("nothing"));
        place.removeLast();
        return undeclared.stream().filter(name -> !name.equals(guess.orElse(""))).toList();
    }

    private static FieldPath sibling(Node node, String name) {
        var steps = new ArrayList<>(node.path().steps());
        steps.set(steps.size() - 1, name);
        return new FieldPath(steps);
    }

    /** Of a field that nobody has classified, no value is shown. */
    private static String described(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> _ -> "object";
            case List<?> _ -> "list";
            case Boolean _ -> "boolean";
            case String _ -> "text";
            default -> "number";
        };
    }

    private void tell(FieldPath path, Rule rule, Rule.Breach breach) {
        add(path, breach.kind(), rule.field().onlyNoted(), breach.expected(), breach.observed());
    }

    private void add(FieldPath path, Kind kind, boolean noted, String expected, String observed) {
        String text = path.toString();
        if (found.size() < DEPARTURES_MAX && told.add(kind.label() + text)) {
            found.add(
                    new Departure(
                            document, text, kind, noted, expected, observed, List.copyOf(place)));
        }
    }
}
