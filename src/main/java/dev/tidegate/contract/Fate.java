package dev.tidegate.contract;

import java.util.Locale;

/** What became of an entry: exactly one of these, or it is still pending. */
public enum Fate {
    /** It took effect. */
    APPLIED,
    /** The same dedupe key with the same content had taken effect already. */
    DUPLICATE,
    /** A newer version of the same thing had taken effect already. */
    STALE,
    /**
     * It waits: it could not be applied alone, conflicts with what was, or stands behind such a
     * one.
     */
    PARKED,
    /** It could not be understood: a dead letter with class, code and place. */
    DEAD;

    private final String label = name().toLowerCase(Locale.ROOT);

    public String label() {
        return label;
    }

    public static Fate of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
