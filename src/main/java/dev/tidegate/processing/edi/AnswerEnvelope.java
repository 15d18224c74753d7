package dev.tidegate.processing.edi;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What an answer's own envelope is told from outside.
 *
 * @param controlNumber of the answer's interchange, and of its group; at most nine digits
 * @param at when it is made
 */
public record AnswerEnvelope(long controlNumber, Instant at) {
    public static final long NUMBER_MAX = 999_999_999L;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmm").withZone(ZoneOffset.UTC);

    /** The next interchange's of the same message; behind the last number comes the first. */
    public AnswerEnvelope next() {
        return new AnswerEnvelope(controlNumber % NUMBER_MAX + 1, at);
    }

    /** CCYYMMDD. */
    public String date() {
        return DATE.format(at);
    }

    /** YYMMDD. */
    public String shortDate() {
        return date().substring(2);
    }

    /** HHMM. */
    public String time() {
        return TIME.format(at);
    }
}
