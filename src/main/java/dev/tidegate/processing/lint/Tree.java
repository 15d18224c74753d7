package dev.tidegate.processing.lint;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Parser;
import dev.tidegate.processing.mapping.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A node of an expression's syntax tree, as the library parsed it. The library keeps its tree to
 * itself, so it is read by reflection, once and here.
 *
 * @param type such as {@code path}, {@code binary}, {@code function}, {@code lambda}
 * @param value a name, an operator, a literal; empty where there is none
 * @param position characters up to the end of its first word
 * @param parts by the role they play, in the order in which they are evaluated
 */
record Tree(String type, String value, int position, List<Part> parts) {
    private static final Hidden AST = Hidden.field(Jsonata.class, "ast");
    private static final Hidden TYPE = Hidden.field(Parser.Symbol.class, "type");
    private static final Hidden VALUE = Hidden.field(Parser.Symbol.class, "value");
    private static final Hidden POSITION = Hidden.field(Parser.Symbol.class, "position");
    private static final Hidden LAMBDA_THUNK = Hidden.field(Parser.Symbol.class, "thunk");
    private static final List<String> ROLES =
            List.of(
                    "procedure",
                    "arguments",
                    "steps",
                    "lhs",
                    "rhs",
                    "lhsObject",
                    "expressions",
                    "expression",
                    "condition",
                    "then",
                    "_else",
                    "body",
                    "predicate",
                    "stages",
                    "group",
                    "terms",
                    "expr",
                    "pattern",
                    "update",
                    "delete");
    private static final List<Hidden> FIELDS =
            ROLES.stream().map(role -> Hidden.field(Parser.Symbol.class, role)).toList();

    /**
     * @param role the library's name for it
     */
    record Part(String role, Tree tree) {}

    static Tree of(Jsonata expression) {
        return of((Parser.Symbol) Objects.requireNonNull(AST.of(expression)));
    }

    private static Tree of(Parser.Symbol symbol) {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < FIELDS.size(); i++) {
            add(ROLES.get(i), FIELDS.get(i).of(symbol), parts);
        }
        var value = VALUE.of(symbol);
        var type = String.valueOf(TYPE.of(symbol));
        boolean thunk = type.equals("lambda") && Boolean.TRUE.equals(LAMBDA_THUNK.of(symbol));
        return new Tree(
                thunk ? "thunk" : type,
                value == null ? "" : value.toString(),
                POSITION.of(symbol) instanceof Integer at ? at : 0,
                List.copyOf(parts));
    }

    /** One, a list of them, or a list of pairs of a key and a value. */
    private static void add(String role, @Nullable Object told, List<Part> parts) {
        switch (told) {
            case Parser.Symbol symbol -> parts.add(new Part(role, of(symbol)));
            case List<?> list -> list.forEach(one -> add(role, one, parts));
            case Parser.Symbol[] pair -> {
                parts.add(new Part("key", of(pair[0])));
                parts.add(new Part("member", of(pair[1])));
            }
            case null, default -> {}
        }
    }

    /** Those that play a role. */
    List<Tree> parts(String role) {
        return parts.stream().filter(part -> part.role().equals(role)).map(Part::tree).toList();
    }

    /** The name of the function that is called; empty where it is no plain name. */
    String called() {
        var procedure = parts("procedure");
        return (type.equals("function") || type.equals("partial"))
                        && !procedure.isEmpty()
                        && procedure.getFirst().type.equals("variable")
                ? procedure.getFirst().value
                : "";
    }

    boolean is(String wanted) {
        return type.equals(wanted);
    }
}
