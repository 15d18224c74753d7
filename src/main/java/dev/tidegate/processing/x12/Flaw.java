package dev.tidegate.processing.x12;

import java.util.Locale;

/**
 * What an interchange may have wrong and still be read. {@link Tolerance} says which are refused.
 */
enum Flaw {
    /** SE01 is not the number of segments: something may be missing from the set. */
    SEGMENT_COUNT_MISMATCH,
    /** SE02 is not ST02. */
    CONTROL_NUMBER_MISMATCH,
    /** The set has no SE: it breaks off. */
    TRUNCATED_SET,
    /** GE01 is not the number of sets. */
    GROUP_COUNT_MISMATCH,
    /** GE02 is not GS06. */
    GROUP_CONTROL_MISMATCH,
    MISSING_GROUP_HEADER,
    MISSING_GROUP_TRAILER,
    /** IEA01 is not the number of groups. */
    INTERCHANGE_COUNT_MISMATCH,
    /** IEA02 is not ISA13. */
    INTERCHANGE_CONTROL_MISMATCH,
    MISSING_INTERCHANGE_TRAILER,
    /** The ISA has not its fixed 106 characters. */
    ISA_WIDTH,
    /** The last segment ends with the text rather than with a terminator. */
    MISSING_TERMINATOR,
    /** Bytes that are no UTF-8 are read as ISO 8859-1. */
    NOT_UTF8;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
