package dev.tidegate.contract;

import java.util.Locale;

/** Whose failure it is, so that partner, data and platform failures are kept apart. */
public enum FailureClass {
    SOURCE_OUTAGE,
    SCHEMA_DRIFT,
    DATA_QUALITY,
    POLICY_REJECTION,
    /** Ours. */
    FAULT;

    private final String label = name().toLowerCase(Locale.ROOT);

    public String label() {
        return label;
    }

    public static FailureClass of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
