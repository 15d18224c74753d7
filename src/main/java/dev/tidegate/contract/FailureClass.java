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

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FailureClass of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
