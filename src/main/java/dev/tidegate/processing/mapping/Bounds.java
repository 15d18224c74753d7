package dev.tidegate.processing.mapping;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Parser;
import java.util.List;

/**
 * Counts the steps and levels of one evaluation, looks at the size of each step's result, and ends
 * it at the limit. Steps, not time: a slow machine must not turn an event into a dead letter.
 */
final class Bounds {
    /** Characters of a text, elements of a list. A doubling that runs away fills no memory. */
    static final int SIZE_MAX = 4_000_000;

    private final int stepsMax;
    private final int depthMax;
    private int steps;
    private int depth;

    Bounds(int stepsMax, int depthMax) {
        this.stepsMax = stepsMax;
        this.depthMax = depthMax;
    }

    void apply(Jsonata.Frame frame) {
        frame.setEvaluateEntryCallback(this::enter);
        frame.setEvaluateExitCallback(this::leave);
    }

    private void enter(Parser.Symbol expression, Object input, Jsonata.Frame frame) {
        if (++steps > stepsMax) {
            throw new Exceeded("more than " + stepsMax + " steps");
        }
        if (++depth > depthMax) {
            throw new Exceeded("more than " + depthMax + " levels");
        }
    }

    private void leave(Parser.Symbol expression, Object input, Jsonata.Frame frame, Object result) {
        depth--;
        if (result instanceof CharSequence text && text.length() > SIZE_MAX
                || result instanceof List<?> list && list.size() > SIZE_MAX) {
            throw new Exceeded("more room than " + SIZE_MAX + " characters or elements");
        }
    }

    /** The evaluation went beyond a bound. */
    static final class Exceeded extends RuntimeException {
        Exceeded(String what) {
            super(what, null, false, false);
        }
    }
}
