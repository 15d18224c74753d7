package dev.tidegate.processing.mapping;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Parser;
import dev.tidegate.processing.mapping.Mapping.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mapping's work on one document as it was watched: each step with what it gave, so that a value
 * of the outcome can be followed back to the values of the document that it was made of. Costs some
 * hundred bytes a step; for people who ask, not for the stream of messages.
 */
public final class Evaluation {
    private final TreePaths document;
    private final Deque<Step> open = new ArrayDeque<>();
    private final Map<Object, Step> makers = new IdentityHashMap<>();
    private final Map<Object, Boolean> literals = new IdentityHashMap<>();
    private @Nullable Outcome outcome;

    Evaluation(TreePaths document) {
        this.document = document;
    }

    /** What the mapping made, the same as when nobody watches. */
    public Outcome outcome() {
        return Objects.requireNonNull(outcome);
    }

    void ended(Outcome outcome) {
        this.outcome = outcome;
    }

    /**
     * Paths of the document's values that a value of the outcome was made of; none where it is the
     * mapping's own word. Of an object whose members can't be told apart, the object's path.
     *
     * @param holder object or list of the outcome that has the value
     * @param key name or index that it has there
     */
    public List<List<Object>> origins(Object holder, Object key, Object value) {
        var inDocument = document.path(holder);
        if (inDocument.isPresent()) {
            return List.of(TreePaths.below(inDocument.get(), key));
        }
        var handedOn = document.path(value);
        if (handedOn.isPresent()) {
            return List.of(handedOn.get());
        }
        var maker = maker(holder, key, value);
        return maker == null ? List.of() : new Sources(document).of(maker, value);
    }

    /** A value that nobody else has is known by itself, others by where they stand. */
    private @Nullable Step maker(Object holder, Object key, Object value) {
        if (!isShared(value)) {
            var maker = makers.get(value);
            return maker != null ? maker : makers.get(holder);
        }
        var around = makers.get(holder);
        int turn = turn(holder, key, value);
        for (Step part : around == null ? List.<Step>of() : around.parts) {
            if (part.gave(value) && turn-- == 0) {
                return part;
            }
        }
        return around == null ? null : merged(around, key, value);
    }

    /**
     * Of a member that {@code $merge} and its like took over from an object that they were given.
     */
    @SuppressWarnings("ReferenceEquality")
    private @Nullable Step merged(Step around, Object key, Object value) {
        for (Step part : around.parts.reversed()) {
            List<?> given = part.result instanceof List<?> list ? list : List.of();
            for (Object one :
                    given.isEmpty() && part.result != null ? List.of(part.result) : given) {
                if (one instanceof Map<?, ?> map
                        && map.get(key) == value
                        && makers.get(map) != around) {
                    return maker(map, key, value);
                }
            }
        }
        return null;
    }

    /** How many members before it hold the same object. */
    @SuppressWarnings("ReferenceEquality")
    private static int turn(Object holder, Object key, Object value) {
        int turn = 0;
        if (holder instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> member : map.entrySet()) {
                if (member.getKey().equals(key)) {
                    return turn;
                }
                turn += member.getValue() == value ? 1 : 0;
            }
        }
        return turn;
    }

    /** Texts of the expression, small numbers and truth values are one object wherever they are. */
    private boolean isShared(Object value) {
        return value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || literals.containsKey(value);
    }

    void enter(Parser.Symbol expression, @Nullable Object input, Jsonata.Frame frame) {
        var around = open.peek();
        var step = new Step(Bounds.type(expression), input);
        if (around != null) {
            around.parts.add(step);
        }
        open.push(step);
    }

    void leave(
            Parser.Symbol expression,
            @Nullable Object input,
            Jsonata.Frame frame,
            @Nullable Object result) {
        var step = open.pop();
        step.result = result;
        if (result == null) {
            return;
        }
        switch (step.type) {
            case "variable" -> step.maker = makers.get(result);
            case "name" -> {
                step.maker = input == null ? null : makers.get(input);
                makers.putIfAbsent(result, step);
            }
            default -> keep(step, result);
        }
    }

    private void keep(Step step, Object result) {
        if (step.isLiteral()) {
            literals.put(result, true);
        } else if (isShared(result)) {
            makers.put(result, step);
        } else {
            makers.putIfAbsent(result, step);
        }
    }
}
