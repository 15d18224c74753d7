package dev.tidegate.governance.registry.language;

/**
 * One reason why a reader can't read what a writer wrote.
 *
 * @param rule in upper case, such as {@code READER_FIELD_MISSING_DEFAULT_VALUE}
 * @param place a JSON pointer into the reader's schema
 */
public record Incompatibility(String rule, String place, String detail) {
    private static final int DETAIL_LENGTH_MAX = 500;

    /** Avro tells whole schemas. */
    public Incompatibility {
        detail =
                detail.length() > DETAIL_LENGTH_MAX
                        ? detail.substring(0, DETAIL_LENGTH_MAX) + "..."
                        : detail;
    }

    static Incompatibility ofAnotherLanguage() {
        return new Incompatibility(
                "SCHEMA_TYPE_CHANGED", "/", "the schemas are written in different languages");
    }

    @Override
    public String toString() {
        return "{errorType:'%s', description:'%s', additionalInfo:'at %s'}"
                .formatted(rule, detail, place);
    }
}
