package dev.tidegate.governance.registry;

/**
 * From one schema to another.
 *
 * @param name by which the text refers: a full name in Avro, a URI in JSON Schema
 * @param version of the subject; -1 for the latest when it is sent, never when it is kept
 */
record Reference(String name, String subject, int version) {
    static final int LATEST = -1;
}
