package dev.tidegate.processing.edi;

import java.util.Locale;

/**
 * What an interchange may have wrong and still be read. {@link Tolerance} says which are refused.
 */
public enum Flaw {
    /** SE01 or UNT01 is not the number of segments: something may be missing. */
    SEGMENT_COUNT_MISMATCH,
    /** SE02 is not ST02, or UNT02 not UNH01. */
    CONTROL_NUMBER_MISMATCH,
    /** The set has no SE, or the message no UNT: it breaks off. */
    TRUNCATED_SET,
    /** GE01 or UNE01 is not the number of sets or messages. */
    GROUP_COUNT_MISMATCH,
    /** GE02 is not GS06, or UNE02 not UNG05. */
    GROUP_CONTROL_MISMATCH,
    /** Messages stand in no interchange: there is no UNB. */
    MISSING_INTERCHANGE_HEADER,
    MISSING_GROUP_HEADER,
    MISSING_GROUP_TRAILER,
    /** IEA01 is not the number of groups, or UNZ01 not that of groups or messages. */
    INTERCHANGE_COUNT_MISMATCH,
    /** IEA02 is not ISA13, or UNZ02 not UNB05. */
    INTERCHANGE_CONTROL_MISMATCH,
    MISSING_INTERCHANGE_TRAILER,
    /** The ISA has not its fixed 106 characters. */
    ISA_WIDTH,
    /** The last segment ends with the text rather than with a terminator. */
    MISSING_TERMINATOR,
    /** Bytes that are no UTF-8, where nothing told another encoding, are read as ISO 8859-1. */
    NOT_UTF8;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
