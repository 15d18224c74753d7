package dev.tidegate.processing.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Dates and times in the forms of ISO 8601 that machines write, parsed by hand for speed: {@code
 * 2026-11-24}, {@code 20261124}, {@code 2026-11-24T10:00[:00[.123456]][Z|+01:00]}, with a blank in
 * place of the T. A time without an offset is in the zone given.
 */
public final class Times {
    private static final long MICROS_PER_SECOND = 1_000_000L;
    private static final int DATE = 10;
    private static final int BASIC_DATE = 8;

    private Times() {}

    /** Days since 1970-01-01; of a time, those of the date as written. */
    public static OptionalInt day(String text) {
        try {
            if (text.length() == BASIC_DATE) {
                return OptionalInt.of(
                        epochDay(digits(text, 0, 4), digits(text, 4, 6), digits(text, 6, 8)));
            }
            if (text.length() > DATE) {
                return micros(text, ZoneOffset.UTC).isPresent()
                        ? OptionalInt.of(date(text))
                        : OptionalInt.empty();
            }
            return text.length() == DATE ? OptionalInt.of(date(text)) : OptionalInt.empty();
        } catch (DateTimeException | IndexOutOfBoundsException _) {
            return OptionalInt.empty();
        }
    }

    /** Microseconds since 1970-01-01T00:00Z; of a date, those of its first moment. */
    public static OptionalLong micros(String text, ZoneId zone) {
        try {
            if (text.length() == DATE) {
                return OptionalLong.of(at(date(text), 0, zone));
            }
            return text.length() < DATE ? OptionalLong.empty() : OptionalLong.of(time(text, zone));
        } catch (DateTimeException | IndexOutOfBoundsException _) {
            return OptionalLong.empty();
        }
    }

    private static long time(String text, ZoneId zone) {
        char separator = text.charAt(DATE);
        require(separator == 'T' || separator == 't' || separator == ' ');
        int day = date(text);
        int hour = digits(text, 11, 13);
        require(text.charAt(13) == ':');
        int minute = digits(text, 14, 16);
        int at = 16;
        int second = 0;
        if (at < text.length() && text.charAt(at) == ':') {
            second = digits(text, 17, 19);
            at = 19;
        }
        require(hour < 24 && minute < 60 && second < 60);
        long micros = (hour * 3600L + minute * 60L + second) * MICROS_PER_SECOND;
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
            int end = endOfDigits(text, at + 1);
            micros += fraction(text, at + 1, end);
            at = end;
        }
        if (at == text.length()) {
            return at(day, micros, zone);
        }
        return day * 86_400L * MICROS_PER_SECOND
                + micros
                - offsetSeconds(text, at) * MICROS_PER_SECOND;
    }

    private static long at(int day, long micros, ZoneId zone) {
        long local = day * 86_400L * MICROS_PER_SECOND + micros;
        if (zone == ZoneOffset.UTC) {
            return local;
        }
        var time =
                LocalDateTime.ofEpochSecond(
                        Math.floorDiv(local, MICROS_PER_SECOND), 0, ZoneOffset.UTC);
        return local - zone.getRules().getOffset(time).getTotalSeconds() * MICROS_PER_SECOND;
    }

    private static int offsetSeconds(String text, int at) {
        char sign = text.charAt(at);
        if (sign == 'Z' || sign == 'z') {
            require(at + 1 == text.length());
            return 0;
        }
        require(sign == '+' || sign == '-');
        int hours = digits(text, at + 1, at + 3);
        int minutesAt = at + 3 < text.length() && text.charAt(at + 3) == ':' ? at + 4 : at + 3;
        int minutes = minutesAt < text.length() ? digits(text, minutesAt, minutesAt + 2) : 0;
        require(hours <= 18 && minutes < 60 && text.length() <= minutesAt + 2);
        int seconds = hours * 3600 + minutes * 60;
        return sign == '-' ? -seconds : seconds;
    }

    private static int date(String text) {
        require(text.charAt(4) == '-' && text.charAt(7) == '-');
        return epochDay(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
    }

    private static int epochDay(int year, int month, int day) {
        require(year > 0);
        return (int) LocalDate.of(year, month, day).toEpochDay();
    }

    private static long fraction(String text, int from, int end) {
        require(end > from);
        long micros = 0;
        for (int i = 0; i < 6; i++) {
            micros = micros * 10 + (from + i < end ? text.charAt(from + i) - '0' : 0);
        }
        return micros;
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static int digits(String text, int from, int to) {
        require(to <= text.length());
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            require(digit >= 0 && digit <= 9);
            value = value * 10 + digit;
        }
        return value;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new DateTimeException("no such time");
        }
    }
}
