package dev.tidegate.contract;

import java.util.Locale;

/**
 * The way a message takes: express within its tenant's quota, surge above it (kept, applied later).
 */
public enum Lane {
    EXPRESS,
    SURGE;

    private final String label = name().toLowerCase(Locale.ROOT);

    public String topic() {
        return "raw." + label();
    }

    public String label() {
        return label;
    }

    public static Lane of(int ordinal) {
        return switch (ordinal) {
            case 0 -> EXPRESS;
            case 1 -> SURGE;
            default -> throw new IllegalArgumentException("no lane " + ordinal);
        };
    }
}
