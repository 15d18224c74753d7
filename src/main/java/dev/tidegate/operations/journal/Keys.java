package dev.tidegate.operations.journal;

/** Keys as indexes can hold them: PostgreSQL refuses an index entry beyond 2,704 bytes. */
final class Keys {
    private static final int CHARACTERS_MAX = 500;

    private Keys() {}

    /** The first 500 characters: an entry must be storable however wrong it is. */
    static String indexed(String key) {
        return key.length() > CHARACTERS_MAX ? key.substring(0, CHARACTERS_MAX) : key;
    }
}
