package dev.tidegate.governance.registry.language;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells whether patterns are found in texts, all of them together in a bounded number of steps. */
final class BoundedMatch {
    static final int PATTERN_LENGTH_MAX = 1_000;
    private static final int TEXT_LENGTH_MAX = 1_000;
    private static final int STEPS_MAX = 1_000_000;

    private final Map<String, Pattern> compiled = new HashMap<>();
    private int steps;

    static final class TooLong extends RuntimeException {
        TooLong() {
            super("a pattern takes too long", null, false, false);
        }
    }

    boolean finds(String pattern, String text) {
        if (text.length() > TEXT_LENGTH_MAX) {
            throw new TooLong();
        }
        step();
        return compiled.computeIfAbsent(pattern, Pattern::compile)
                .matcher(new Counted(text))
                .find();
    }

    private void step() {
        if (++steps > STEPS_MAX) {
            throw new TooLong();
        }
    }

    /** Each look at a character is a step. */
    private final class Counted implements CharSequence {
        private final CharSequence text;

        Counted(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            step();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Counted(text.subSequence(from, to));
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
