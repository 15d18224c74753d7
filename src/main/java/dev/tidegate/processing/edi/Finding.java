package dev.tidegate.processing.edi;

/**
 * A flaw where it was met.
 *
 * @param place such as {@code SE-01}
 */
public record Finding(Flaw flaw, String place, String reason) {
    /** As an event tells it. */
    public String told() {
        return flaw.code() + " " + place;
    }
}
