package dev.tidegate.platform;

/**
 * A tenant's name: lower-case letters, digits and dashes, at most 63 characters (an RFC 1123
 * label).
 */
public record TenantId(String value) implements Comparable<TenantId> {
    private static final int LENGTH_MAX = 63;

    public TenantId {
        if (!isLabel(value)) {
            throw new IllegalArgumentException("not a tenant id: " + value);
        }
    }

    /** Looked at by hand: every event that is read has one, several times on its way. */
    private static boolean isLabel(String value) {
        int length = value.length();
        if (length == 0
                || length > LENGTH_MAX
                || value.charAt(0) == '-'
                || value.charAt(length - 1) == '-') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return true;
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
