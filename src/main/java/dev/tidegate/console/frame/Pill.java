package dev.tidegate.console.frame;

import dev.tidegate.contract.Fate;
import dev.tidegate.governance.accounting.Freshness;

/**
 * A state in a word, with a glyph and a tone, so that it isn't told by colour alone.
 *
 * @param tone {@code good}, {@code warn}, {@code bad}, {@code wait} or empty: the style sheet's
 *     class
 * @param icon a name in {@code part/icon.jte}
 */
public record Pill(String label, String tone, String icon) {

    public static Pill of(Fate fate) {
        return switch (fate) {
            case APPLIED -> new Pill("applied", "good", "applied");
            case DUPLICATE -> new Pill("duplicate", "", "duplicate");
            case STALE -> new Pill("stale", "", "stale");
            case PARKED -> new Pill("parked", "warn", "parked");
            case DEAD -> new Pill("dead", "bad", "dead");
        };
    }

    public static Pill of(Freshness freshness) {
        return switch (freshness.status()) {
            case "current" -> new Pill("current", "good", "applied");
            case "pending_reconciliation" -> new Pill("pending reconciliation", "warn", "warning");
            default -> new Pill("delayed", "warn", "pending");
        };
    }

    public static Pill pending() {
        return new Pill("pending", "wait", "pending");
    }
}
