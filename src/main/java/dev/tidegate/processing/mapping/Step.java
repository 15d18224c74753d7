package dev.tidegate.processing.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One part of an expression as it was evaluated once. */
final class Step {
    /** Of the expression, as JSONata names it: {@code path}, {@code function}, {@code string}. */
    final String type;

    final @Nullable Object input;
    final List<Step> parts = new ArrayList<>(0);
    @Nullable Object result;

    /** Of a variable, the step that made what it holds; of a name, what it was looked up in. */
    @Nullable Step maker;

    Step(String type, @Nullable Object input) {
        this.type = type;
        this.input = input;
    }

    boolean isLiteral() {
        return switch (type) {
            case "string", "number", "value", "regex" -> true;
            default -> false;
        };
    }

    /** Whether it gave that very object; a sequence of one is its element. */
    @SuppressWarnings("ReferenceEquality")
    boolean gave(@Nullable Object wanted) {
        return result == wanted
                || result instanceof List<?> one && one.size() == 1 && one.getFirst() == wanted;
    }
}
