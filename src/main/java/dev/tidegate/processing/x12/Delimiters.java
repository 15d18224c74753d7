package dev.tidegate.processing.x12;

import java.util.Optional;

/**
 * The characters that part an interchange, as its ISA tells them.
 *
 * @param component empty where ISA16 tells none
 * @param repetition empty where ISA11 is no separator, as before 00402
 */
record Delimiters(char element, String component, String repetition, char terminator) {
    boolean endsLines() {
        return terminator == '\n' || terminator == '\r';
    }

    /**
     * Reads on from an ISA whatever its width. The terminator is the character behind ISA16; where
     * ISA16 is left out, the group's header shows by its own end which of the two came.
     *
     * @param text begins at the interchange
     * @param begin index of {@code ISA}
     * @param afterLast index behind the sixteenth separator
     */
    static Optional<Delimiters> of(String text, int begin, int afterLast, String isa11) {
        if (afterLast >= text.length()) {
            return Optional.empty();
        }
        char element = text.charAt(begin + 3);
        char first = text.charAt(afterLast);
        boolean left = isTerminator(text, afterLast, element);
        if (!left && afterLast + 1 >= text.length()) {
            return Optional.empty();
        }
        String repetition =
                isa11.length() == 1 && !Character.isLetterOrDigit(isa11.charAt(0)) ? isa11 : "";
        return Optional.of(
                left
                        ? new Delimiters(element, "", repetition, first)
                        : new Delimiters(
                                element,
                                String.valueOf(first),
                                repetition,
                                text.charAt(afterLast + 1)));
    }

    /** Whether the character where ISA16 should stand already is the terminator. */
    private static boolean isTerminator(String text, int at, char element) {
        char candidate = text.charAt(at);
        int next = at + 1;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (!text.startsWith("GS" + element, next)) {
            return false;
        }
        return next == at + 1 || endOfGroupHeader(text, next, element) == candidate;
    }

    /** The character behind the eighth and last element of a GS, which is letters and digits. */
    private static char endOfGroupHeader(String text, int begin, char element) {
        int at = begin;
        for (int i = 0; i < 8 && at >= 0; i++) {
            at = text.indexOf(element, at + 1);
        }
        if (at < 0) {
            return 0;
        }
        at++;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }
}
