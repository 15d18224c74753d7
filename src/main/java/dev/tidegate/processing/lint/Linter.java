package dev.tidegate.processing.lint;

import com.dashjoin.jsonata.Jsonata;
import dev.tidegate.governance.source.MappingCheck.Finding;
import dev.tidegate.processing.mapping.Known;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;

/** Looks for what is unwise in an expression. It knows the tree alone, and never runs it. */
public final class Linter {
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
    private static final Set<String> FLOATS =
            Set.of("number", "sum", "average", "round", "power", "sqrt", "floor", "ceil", "abs");
    private static final Set<String> OVER_A_LIST =
            Set.of("map", "filter", "reduce", "sift", "each", "single", "sort");
    private static final Set<String> CHANCE = Set.of("now", "millis", "random", "shuffle", "eval");

    private final String text;
    private final Tree tree;
    private final Map<String, List<Tree>> bound = new HashMap<>();
    private final Set<String> parameters = new HashSet<>();
    private final Set<Finding> findings = new LinkedHashSet<>();

    /**
     * @param text an expression that compiles
     */
    public Linter(String text) {
        this.text = text;
        this.tree = Tree.of(Jsonata.jsonata(text));
        gather(tree);
    }

    /** In the order of the text. */
    public List<Finding> findings() {
        walk(tree, false);
        var all = new ArrayList<>(findings);
        all.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
        return all;
    }

    private void gather(Tree node) {
        if (node.is("bind")) {
            bound.computeIfAbsent(node.parts("lhs").getFirst().value(), n -> new ArrayList<>())
                    .add(node.parts("rhs").getFirst());
        }
        if (node.is("lambda")) {
            node.parts("arguments").forEach(argument -> parameters.add(argument.value()));
        }
        node.parts().forEach(part -> gather(part.tree()));
    }

    /**
     * @param perElement whether it is evaluated for each element of a list
     */
    private void walk(Tree node, boolean perElement) {
        call(node, perElement);
        if (node.is("descendant")) {
            add(Rule.UNBOUNDED_SEARCH, node, "** looks at every value of the document.");
        }
        if (node.is("wildcard") && perElement) {
            add(Rule.UNBOUNDED_SEARCH, node, "* looks at every member, for every element.");
        }
        if (node.is("path")) {
            path(node, perElement);
            return;
        }
        if (node.is("unary") && node.value().equals("{")) {
            object(node);
        }
        boolean each = perElement || OVER_A_LIST.contains(node.called());
        node.parts().forEach(part -> walk(part.tree(), each));
    }

    /** What stands behind the first step may be evaluated for each of many. */
    private void path(Tree path, boolean perElement) {
        var steps = path.parts("steps");
        for (int i = 0; i < steps.size(); i++) {
            boolean each = perElement || i > 0;
            walk(steps.get(i), each);
        }
        if (perElement && isSearch(steps)) {
            add(
                    Rule.SEARCH_PER_ELEMENT,
                    steps.getFirst(),
                    "For each element of a list the document is searched again.");
        }
        path.parts("group").forEach(group -> walk(group, perElement));
        path.parts("predicate").forEach(predicate -> walk(predicate, true));
    }

    /** From the document's root by a condition that isn't an index. */
    private static boolean isSearch(List<Tree> steps) {
        return steps.getFirst().is("variable")
                && steps.getFirst().value().equals("$")
                && steps.stream()
                        .flatMap(step -> step.parts("stages").stream())
                        .flatMap(stage -> stage.parts("expr").stream())
                        .anyMatch(condition -> !condition.is("number"));
    }

    private void call(Tree node, boolean perElement) {
        String name = node.called();
        if (name.isEmpty()) {
            return;
        }
        if (CHANCE.contains(name)) {
            add(Rule.NOT_DETERMINISTIC, node, "$" + name + " is refused when the mapping runs.");
        } else if (bound.containsKey(name)) {
            boolean own = bound.get(name).stream().anyMatch(one -> one.is("lambda"));
            if (own && perElement) {
                add(
                        Rule.FUNCTION_PER_ELEMENT,
                        node,
                        "$" + name + " is the mapping's own and called for each element.");
            }
        } else if (!parameters.contains(name) && !Known.functions().contains(name)) {
            add(Rule.UNKNOWN_FUNCTION, node, "There is no function $" + name + ".");
        }
        if (OVER_A_LIST.contains(name)
                && node.parts("arguments").stream().anyMatch(argument -> argument.is("lambda"))) {
            add(Rule.LAMBDA_TO_LIST, node, "$" + name + " calls a function for each element.");
        }
    }

    /** An object that has a type is an event, and its body is known. */
    private void object(Tree object) {
        var members = members(object);
        members.forEach(
                (name, value) -> {
                    if (Fields.isDecimal(name)) {
                        decimal(name, value, new HashSet<>());
                    }
                });
        var type = members.get("type");
        var body = members.get("body");
        if (type != null && type.is("string") && body != null) {
            var schema = Fields.body(type.value());
            if (schema != null) {
                body(body, schema);
            }
        }
    }

    private void body(Tree value, Schema schema) {
        switch (value.type()) {
            case "unary" -> {
                if (value.value().equals("{")) {
                    known(value, schema);
                } else {
                    value.parts("expressions").forEach(one -> body(one, schema));
                }
            }
            case "path" -> body(value.parts("steps").getLast(), schema);
            case "block" -> {
                if (!value.parts("expressions").isEmpty()) {
                    body(value.parts("expressions").getLast(), schema);
                }
            }
            case "condition" -> {
                value.parts("then").forEach(one -> body(one, schema));
                value.parts("_else").forEach(one -> body(one, schema));
            }
            default -> {}
        }
    }

    private void known(Tree object, Schema schema) {
        var names = schema.getFields().stream().map(Schema.Field::name).toList();
        var parts = object.parts();
        for (int i = 0; i + 1 < parts.size(); i++) {
            if (!parts.get(i).role().equals("key") || !parts.get(i).tree().is("string")) {
                continue;
            }
            var key = parts.get(i).tree();
            if (!names.contains(key.value())) {
                add(
                        Rule.UNKNOWN_FIELD,
                        key,
                        "%s has no field %s; it has %s."
                                .formatted(
                                        schema.getName(), key.value(), String.join(", ", names)));
            }
            var within = Fields.within(schema, key.value());
            if (within != null) {
                body(parts.get(i + 1).tree(), within);
            }
        }
    }

    private static Map<String, Tree> members(Tree object) {
        var members = new HashMap<String, Tree>();
        var parts = object.parts();
        for (int i = 0; i + 1 < parts.size(); i++) {
            if (parts.get(i).role().equals("key") && parts.get(i).tree().is("string")) {
                members.put(parts.get(i).tree().value(), parts.get(i + 1).tree());
            }
        }
        return members;
    }

    /** Whether the value of a decimal field comes out of floating point. */
    private void decimal(String field, Tree value, Set<String> seen) {
        boolean operator =
                (value.is("binary") || value.is("unary")) && ARITHMETIC.contains(value.value());
        boolean float64 = FLOATS.contains(value.called()) && !bound.containsKey(value.called());
        if (operator || float64) {
            add(
                    Rule.FLOAT_ON_DECIMAL,
                    value,
                    "%s is a decimal, and %s reckons in floating point: 12 * 9.95 is 119.39999999999999."
                            .formatted(field, operator ? value.value() : "$" + value.called()));
            return;
        }
        switch (value.type()) {
            case "variable" -> {
                if (seen.add(value.value())) {
                    bound.getOrDefault(value.value(), List.of())
                            .forEach(one -> decimal(field, one, seen));
                }
            }
            case "condition" -> {
                value.parts("then").forEach(one -> decimal(field, one, seen));
                value.parts("_else").forEach(one -> decimal(field, one, seen));
            }
            case "block" -> {
                if (!value.parts("expressions").isEmpty()) {
                    decimal(field, value.parts("expressions").getLast(), seen);
                }
            }
            case "path" -> decimal(field, value.parts("steps").getLast(), seen);
            case "function" ->
                    value.parts("arguments").stream()
                            .limit(1)
                            .forEach(one -> decimal(field, one, seen));
            default -> {}
        }
    }

    private void add(Rule rule, Tree at, String message) {
        int end = Math.min(Math.max(at.position(), 0), text.length());
        String before = text.substring(0, end);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        findings.add(
                new Finding(
                        rule.label(),
                        rule.severity(),
                        line,
                        Math.max(end - before.lastIndexOf('\n') - 1, 1),
                        message,
                        rule.instead()));
    }
}
