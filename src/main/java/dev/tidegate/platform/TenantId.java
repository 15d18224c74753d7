package dev.tidegate.platform;

import java.util.regex.Pattern;

/**
 * A tenant's name: lower-case letters, digits and dashes, at most 63 characters (an RFC 1123
 * label).
 */
public record TenantId(String value) implements Comparable<TenantId> {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    public TenantId {
        if (!LABEL.matcher(value).matches()) {
            throw new IllegalArgumentException("not a tenant id: " + value);
        }
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
