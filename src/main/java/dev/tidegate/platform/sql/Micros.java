package dev.tidegate.platform.sql;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Times as PostgreSQL keeps them, to the microsecond: what a cursor holds must compare as the row
 * does.
 */
public final class Micros {
    /** Later than any time a row holds. */
    public static final long END = of(Instant.parse("9999-12-31T23:59:59.999999Z"));

    private static final long BEGIN = of(Instant.parse("0001-01-01T00:00:00Z"));

    private Micros() {}

    public static long of(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** For a statement; times outside the years 1 to 9999 become their ends. */
    public static Timestamp timestamp(long micros) {
        return Timestamp.from(instant(Math.clamp(micros, BEGIN, END)));
    }

    /** For a statement; times outside the years 1 to 9999 become their ends. */
    public static Timestamp timestamp(Instant time) {
        return timestamp(
                time.isAfter(instant(END))
                        ? END
                        : time.isBefore(instant(BEGIN)) ? BEGIN : of(time));
    }
}
