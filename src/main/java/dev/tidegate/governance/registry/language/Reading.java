package dev.tidegate.governance.registry.language;

/** What a text turned out to be. */
public sealed interface Reading {
    record Understood(ReadSchema schema) implements Reading {}

    /**
     * @param place a JSON pointer, or line and column; empty where it isn't known
     */
    record Refused(String place, String detail) implements Reading {
        /** In a sentence. */
        public String told() {
            return place.isEmpty() ? detail : place + ": " + detail;
        }
    }
}
