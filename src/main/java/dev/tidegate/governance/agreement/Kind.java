package dev.tidegate.governance.agreement;

import java.util.Locale;

/** How a document departs from its contract; the label is the dead letter's code. */
public enum Kind {
    /** A field that the contract doesn't know. Additive: the document goes on. */
    UNDECLARED_FIELD,
    /** A kind of document that the contract doesn't know. Additive. */
    UNDECLARED_DOCUMENT,
    MISSING_FIELD,
    /** A required field is gone, and beside its place stands one that looks like it. */
    RENAMED_FIELD,
    CHANGED_SHAPE,
    CHANGED_DATE_FORMAT,
    /** A code outside its closed set. */
    UNKNOWN_CODE,
    /** A known code, yet what stands beside it says that it means something else. */
    REPURPOSED_CODE,
    CHANGED_UNIT,
    /** A number beyond what is believed: what a changed unit looks like where none is told. */
    OUT_OF_RANGE;

    private final String label = name().toLowerCase(Locale.ROOT);

    public String label() {
        return label;
    }

    /** Whether a document may go on that departs like this. */
    public boolean isAdditive() {
        return switch (this) {
            case UNDECLARED_FIELD, UNDECLARED_DOCUMENT -> true;
            case MISSING_FIELD,
                    RENAMED_FIELD,
                    CHANGED_SHAPE,
                    CHANGED_DATE_FORMAT,
                    UNKNOWN_CODE,
                    REPURPOSED_CODE,
                    CHANGED_UNIT,
                    OUT_OF_RANGE ->
                    false;
        };
    }
}
