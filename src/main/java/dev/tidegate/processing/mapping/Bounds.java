package dev.tidegate.processing.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Parser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts the steps and levels of one evaluation, looks at the size of each step's result, and ends
 * it at the limit. Steps, not time: a slow machine must not turn an event into a dead letter.
 *
 * <p>A regular expression may look at characters without end, in the library's own code where
 * nobody counts. So it may go nowhere but into the functions that count for it ({@link
 * PatternFunctions}): it can't be called, kept or handed on.
 */
final class Bounds {
    /** Characters of a text, elements of a list. A doubling that runs away fills no memory. */
    static final int SIZE_MAX = 4_000_000;

    /**
     * What is large takes more than a step to make, as a text that grows letter by letter shows.
     */
    private static final int TEXT_OF_A_STEP = 64;

    private static final int LIST_OF_A_STEP = 8;
    private static final Hidden TYPE = Hidden.field(Parser.Symbol.class, "type");

    private final int stepsMax;
    private final int depthMax;
    private int steps;
    private int depth;

    /** By level, from 1: the expression, its parts so far, and what the first two gave. */
    private Parser.@Nullable Symbol[] expressions = new Parser.Symbol[16];

    private int[] parts = new int[16];
    private @Nullable Object[] first = new Object[16];
    private @Nullable Object[] second = new Object[16];

    Bounds(int stepsMax, int depthMax) {
        this.stepsMax = stepsMax;
        this.depthMax = depthMax;
    }

    void apply(Jsonata.Frame frame) {
        frame.setEvaluateEntryCallback(this::enter);
        frame.setEvaluateExitCallback(this::leave);
    }

    /** One more, of the evaluation or of what it calls. */
    void step() {
        steps(1);
    }

    private void steps(int more) {
        steps += more;
        if (steps > stepsMax) {
            throw new Exceeded("more than " + stepsMax + " steps");
        }
    }

    static void refuseBeyond(long size) {
        if (size > SIZE_MAX) {
            throw new Exceeded("more room than " + SIZE_MAX + " characters or elements");
        }
    }

    void enter(Parser.Symbol expression, Object input, Jsonata.Frame frame) {
        step();
        if (++depth > depthMax) {
            throw new Exceeded("more than " + depthMax + " levels");
        }
        if (depth == expressions.length) {
            expressions = Arrays.copyOf(expressions, depth * 2);
            parts = Arrays.copyOf(parts, depth * 2);
            first = Arrays.copyOf(first, depth * 2);
            second = Arrays.copyOf(second, depth * 2);
        }
        expressions[depth] = expression;
        parts[depth] = 0;
    }

    void leave(
            Parser.Symbol expression, Object input, Jsonata.Frame frame, @Nullable Object result) {
        depth--;
        if (result instanceof CharSequence text) {
            refuseBeyond(text.length());
            steps(text.length() / TEXT_OF_A_STEP);
        } else if (result instanceof List<?> list) {
            refuseBeyond(list.size());
            steps(list.size() / LIST_OF_A_STEP);
        } else if (result instanceof Map<?, ?> map) {
            steps(map.size() / LIST_OF_A_STEP);
        } else if (result instanceof Pattern && !isArgumentOfOurs()) {
            throw new JException(
                    "a regular expression is an argument of $match, $contains, $replace or $split"
                            + " and nothing else here",
                    -1);
        }
        if (parts[depth] == 0) {
            first[depth] = result;
        } else if (parts[depth] == 1) {
            second[depth] = result;
        }
        parts[depth]++;
    }

    /** {@code $f(x)} finds its function before its arguments, {@code x ~> $f(y)} x before it. */
    private boolean isArgumentOfOurs() {
        return switch (type(expressions[depth])) {
            case "function" ->
                    parts[depth] > 0 && first[depth] instanceof PatternFunctions.Counting;
            case "apply" -> parts[depth] > 1 && second[depth] instanceof PatternFunctions.Counting;
            default -> false;
        };
    }

    static String type(Parser.@Nullable Symbol expression) {
        return expression == null ? "" : String.valueOf(TYPE.of(expression));
    }

    /** The evaluation went beyond a bound. */
    static final class Exceeded extends RuntimeException {
        Exceeded(String what) {
            super(what, null, false, false);
        }
    }
}
