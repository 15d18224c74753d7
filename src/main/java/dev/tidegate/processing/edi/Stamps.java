package dev.tidegate.processing.edi;

import dev.tidegate.processing.document.Times;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * Version stamps of interchanges: the minute since 1970 times 10^9, plus the digits of the control
 * number. A later interchange has a higher one, and so has the later of one minute.
 */
public final class Stamps {
    private static final long MICROS_PER_MINUTE = 60_000_000L;
    private static final long NUMBERS = 1_000_000_000L;

    private Stamps() {}

    public static long of(long minute, String controlNumber) {
        long number = 0;
        for (char c : controlNumber.toCharArray()) {
            number = c >= '0' && c <= '9' ? (number * 10 + (c - '0')) % NUMBERS : number;
        }
        return minute * NUMBERS + number;
    }

    /**
     * @param told CCYYMMDD or YYMMDD, of which 70 and above are of the last century
     * @param time HHMM, whatever follows
     * @return since 1970; empty where they are no time
     */
    public static OptionalLong minute(String told, String time) {
        String date = told.length() == 6 ? (told.compareTo("70") < 0 ? "20" : "19") + told : told;
        if (date.length() != 8 || time.length() < 4) {
            return OptionalLong.empty();
        }
        String iso =
                "%s-%s-%sT%s:%s"
                        .formatted(
                                date.substring(0, 4),
                                date.substring(4, 6),
                                date.substring(6, 8),
                                time.substring(0, 2),
                                time.substring(2, 4));
        var micros = Times.micros(iso, ZoneOffset.UTC);
        return micros.isPresent()
                ? OptionalLong.of(micros.getAsLong() / MICROS_PER_MINUTE)
                : OptionalLong.empty();
    }

    /** Control numbers and counts are the same whatever zeros lead them. */
    public static boolean isSameNumber(String one, String other) {
        return withoutZeros(one).equals(withoutZeros(other));
    }

    private static String withoutZeros(String number) {
        int at = 0;
        while (at < number.length() - 1 && number.charAt(at) == '0') {
            at++;
        }
        return number.substring(at);
    }
}
