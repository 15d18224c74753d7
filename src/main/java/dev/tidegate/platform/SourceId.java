package dev.tidegate.platform;

import java.util.regex.Pattern;

/**
 * A source's name within its tenant: letters, digits, dot, dash and underscore, at most 64
 * characters.
 */
public record SourceId(String value) implements Comparable<SourceId> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public SourceId {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("not a source id: " + value);
        }
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
