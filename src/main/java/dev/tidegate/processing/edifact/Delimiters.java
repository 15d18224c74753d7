package dev.tidegate.processing.edifact;

/**
 * The service characters of an interchange (ISO 9735): told by its UNA, else level A's.
 *
 * @param release takes the meaning from the character behind it; a blank is none
 * @param repetition between repeated elements, from syntax version 4; a blank is none
 */
record Delimiters(
        char component,
        char element,
        char decimal,
        char release,
        char repetition,
        char terminator) {
    static final int UNA_LENGTH = 9;
    private static final Delimiters LEVEL_A = new Delimiters(':', '+', '.', '?', ' ', '\'');

    /** Level B's are control characters (IS 1, 3 and 4). */
    private static final Delimiters LEVEL_B =
            new Delimiters('\u001F', '\u001D', '.', ' ', ' ', '\u001C');

    /**
     * @param una index of a UNA that has its six characters
     */
    static Delimiters told(String text, int una) {
        return new Delimiters(
                text.charAt(una + 3),
                text.charAt(una + 4),
                text.charAt(una + 5),
                text.charAt(una + 6),
                text.charAt(una + 7),
                text.charAt(una + 8));
    }

    /**
     * @param afterTag the character behind the first segment's tag
     */
    static Delimiters untold(char afterTag) {
        return afterTag == LEVEL_B.element ? LEVEL_B : LEVEL_A;
    }

    boolean isReleased(String text, int at) {
        if (release == ' ') {
            return false;
        }
        int releases = 0;
        while (at - releases > 0 && text.charAt(at - releases - 1) == release) {
            releases++;
        }
        return releases % 2 == 1;
    }

    /** Index of the terminator that ends the segment, or -1. */
    int end(String text, int from) {
        int at = text.indexOf(terminator, from);
        while (at >= 0 && isReleased(text, at)) {
            at = text.indexOf(terminator, at + 1);
        }
        return at;
    }

    boolean endsLines() {
        return terminator == '\n' || terminator == '\r';
    }

    /** Whether they can part anything: all different, none a letter or digit. */
    boolean isUsable() {
        return isMark(component)
                && isMark(element)
                && isMark(terminator)
                && component != element
                && element != terminator
                && component != terminator
                && (release == ' ' || release != element && release != terminator);
    }

    private static boolean isMark(char c) {
        return !Character.isLetterOrDigit(c) && c != ' ';
    }
}
