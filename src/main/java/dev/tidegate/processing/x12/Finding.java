package dev.tidegate.processing.x12;

/**
 * A flaw where it was met.
 *
 * @param place such as {@code SE-01}
 */
record Finding(Flaw flaw, String place, String reason) {
    /** As an event tells it. */
    String told() {
        return flaw.code() + " " + place;
    }
}
