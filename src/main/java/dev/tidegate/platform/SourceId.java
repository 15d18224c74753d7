package dev.tidegate.platform;

/**
 * A source's name within its tenant: letters, digits, dot, dash and underscore, at most 64
 * characters.
 */
public record SourceId(String value) implements Comparable<SourceId> {
    private static final int LENGTH_MAX = 64;

    public SourceId {
        if (!isName(value)) {
            throw new IllegalArgumentException("not a source id: " + value);
        }
    }

    /** Looked at by hand: every event that is read has one, several times on its way. */
    private static boolean isName(String value) {
        int length = value.length();
        if (length == 0 || length > LENGTH_MAX || !isLetterOrDigit(value.charAt(0))) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            char c = value.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
