package dev.tidegate.processing.drift;

import dev.tidegate.governance.agreement.FieldPath;
import dev.tidegate.governance.agreement.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One place of a contract, with what may stand below it. Built field by field, then only read.
 *
 * @param name its last step
 * @param path from the top, with {@code *} for items
 * @param depth steps from the top
 * @param members by name; {@code *} among them for items of a list
 * @param required those of the members that are in every such object
 * @param rules at most one: what is agreed of the value itself
 */
record Node(
        String name,
        FieldPath path,
        int depth,
        Map<String, Node> members,
        List<Node> required,
        List<Rule> rules) {

    static Node top() {
        return at("", new FieldPath(List.of()));
    }

    private static Node at(String name, FieldPath path) {
        return new Node(
                name,
                path,
                path.steps().size(),
                new HashMap<>(),
                new ArrayList<>(0),
                new ArrayList<>(1));
    }

    /** The place at the end of a path, with all places on the way. */
    Node place(FieldPath whole) {
        var node = this;
        for (String step : whole.steps()) {
            var above = node;
            node = node.members.computeIfAbsent(step, s -> at(s, above.path.below(s)));
        }
        return node;
    }

    void agree(Rule rule, Node parent) {
        rules.add(rule);
        if (rule.field().required() && !name.equals(FieldPath.ANY)) {
            parent.required.add(this);
        }
    }

    Optional<Node> items() {
        return Optional.ofNullable(members.get(FieldPath.ANY));
    }

    /** Nobody agreed on what is inside. */
    boolean isOpen() {
        return members.isEmpty();
    }

    /** An object whose members are named freely: only {@code *} is agreed. */
    boolean isKeyed() {
        return members.size() == 1
                && members.containsKey(FieldPath.ANY)
                && !rules.isEmpty()
                && rules.getFirst().shape() == Shape.OBJECT;
    }
}
