package dev.tidegate.processing.mapping;

import dev.tidegate.processing.document.Numbers;
import dev.tidegate.processing.document.Times;
import dev.tidegate.processing.document.Unusable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Numbers, dates and times, as exact values or {@link Unusable}. Nothing told stays nothing. */
final class ValueFunctions {
    private static final int QUANTITY_SCALE = 6;
    private static final int FORMATS_MAX = 100;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final int STAMP_DIGITS = 9;
    private static final long STAMP_NUMBERS = 1_000_000_000L;
    private final Parameters parameters;
    private final Map<String, DateTimeFormatter> formats = new HashMap<>();

    ValueFunctions(Parameters parameters) {
        this.parameters = parameters;
    }

    @Nullable Object decimal(@Nullable Object value) {
        if (value == null || isBlank(value) || value instanceof Unusable) {
            return value;
        }
        var told = parameters.decimalComma() && value instanceof String text ? dotted(text) : value;
        var decimal = Numbers.decimal(told);
        return decimal != null
                ? decimal
                : new Unusable("not_a_decimal", shown(value) + " is no decimal number.", value);
    }

    /** 1.234,5 to 1234.5; the same number of the tenant's own way of writing. */
    private static String dotted(String text) {
        return text.replace(".", "").replace(',', '.');
    }

    /**
     * @param mark {@code ,} where a comma stands for the decimal point, as EDIFACT allows
     */
    @Nullable Object decimal(@Nullable Object value, @Nullable String mark) {
        return ",".equals(mark) && value instanceof String text && text.indexOf(',') >= 0
                ? decimalComma(text)
                : decimal(value);
    }

    private static Object decimalComma(String text) {
        var decimal = Numbers.decimal(text.replace(',', '.'));
        return decimal != null
                ? decimal
                : new Unusable("not_a_decimal", shown(text) + " is no decimal number.", text);
    }

    @Nullable Object quantity(@Nullable Object value, @Nullable String mark) {
        var decimal = decimal(value, mark);
        return decimal instanceof BigDecimal number
                        && number.scale() > QUANTITY_SCALE
                        && number.stripTrailingZeros().scale() > QUANTITY_SCALE
                ? new Unusable(
                        "too_many_decimals", shown(value) + " has more than six decimals.", value)
                : decimal;
    }

    /**
     * X12's Nn: a number without a point has that many decimals; one with a point says so itself.
     */
    @Nullable Object implied(@Nullable Object value, @Nullable Object places) {
        var decimal = decimal(value);
        return decimal instanceof BigDecimal number
                        && places instanceof Number count
                        && value instanceof String text
                        && text.indexOf('.') < 0
                ? number.movePointLeft(count.intValue())
                : decimal;
    }

    /** An exact division by a power of ten, such as a price that is told per hundred. */
    @Nullable Object divide(@Nullable Object value, @Nullable Object divisor) {
        var by = Numbers.decimal(divisor);
        return decimal(value) instanceof BigDecimal number && by != null && by.signum() != 0
                ? number.divide(by, MathContext.DECIMAL64)
                : decimal(value);
    }

    /** An exact difference; of a list each is taken away. What isn't told takes nothing away. */
    @Nullable Object minus(@Nullable Object value, @Nullable Object subtrahends) {
        var difference = decimal(value);
        for (Object one : subtrahends instanceof List<?> list ? list : Arrays.asList(subtrahends)) {
            var subtrahend = decimal(one);
            if (subtrahend instanceof Unusable) {
                return subtrahend;
            }
            if (difference instanceof BigDecimal from && subtrahend instanceof BigDecimal less) {
                difference = from.subtract(less);
            }
        }
        return difference;
    }

    /** An exact product. */
    @Nullable Object times(@Nullable Object value, @Nullable Object factor) {
        var one = decimal(value);
        var other = decimal(factor);
        return one instanceof BigDecimal left && other instanceof BigDecimal right
                ? left.multiply(right).stripTrailingZeros()
                : one instanceof BigDecimal ? other : one;
    }

    /** A price of one by X12's basis (639): HP is a price per hundred, TP per thousand. */
    @Nullable Object unitPrice(@Nullable Object value, @Nullable String basis) {
        return switch (basis == null ? "" : basis) {
            case "HP" -> divide(value, HUNDRED);
            case "TP" -> divide(value, THOUSAND);
            default -> decimal(value);
        };
    }

    /** ISO 8601, X12's CCYYMMDD and YYMMDD, or the format given; as {@code 2026-11-24}. */
    @Nullable Object date(@Nullable Object value, @Nullable String format) {
        if (value == null || isBlank(value) || value instanceof Unusable) {
            return value;
        }
        String text = value.toString().strip();
        try {
            return format == null
                    ? plainDate(text)
                    : LocalDate.parse(text, formatter(format)).toString();
        } catch (DateTimeException | IllegalArgumentException _) {
            return new Unusable("not_a_date", shown(value) + " is no date.", value);
        }
    }

    private static String plainDate(String text) {
        var day = Times.day(text.length() == 6 ? century(text) + text : text);
        return LocalDate.ofEpochDay(day.orElseThrow(() -> new DateTimeException(text))).toString();
    }

    /** X12's six-digit years: 69 and below are of this century. */
    private static String century(String yymmdd) {
        return yymmdd.compareTo("70") < 0 ? "20" : "19";
    }

    /**
     * A moment in UTC from an ISO 8601 text, or from a date of {@link #date} and a time HHMM,
     * HHMMSS, HHMMSSD or HHMMSSDD (X12 337), where no offset is told in the zone given.
     *
     * @param zone such as {@code America/New_York} or {@code -05:00}; the source's where none is
     *     told
     */
    @Nullable Object timestamp(
            @Nullable Object value, @Nullable Object time, @Nullable Object zone) {
        if (value == null || isBlank(value) || value instanceof Unusable) {
            return value;
        }
        if (zone instanceof Unusable) {
            return zone;
        }
        var micros = micros(told(value), told(time), told(zone));
        return micros.isPresent()
                ? Instant.EPOCH.plus(micros.getAsLong(), ChronoUnit.MICROS).toString()
                : new Unusable(
                        "not_a_timestamp",
                        shown(value) + (time == null ? "" : " at " + shown(time)) + " is no time.",
                        value);
    }

    /**
     * A version: the second of a moment since 1970, times 10^9, plus the last nine digits of a
     * number. So the later of two is the higher, and of one second the one of the higher number.
     */
    @Nullable Object stamp(@Nullable Object moment, @Nullable Object number) {
        if (!(timestamp(moment, null, null) instanceof String told)) {
            return null;
        }
        long second = Math.max(0, Instant.parse(told).getEpochSecond());
        String digits = number == null ? "" : number.toString().replaceAll("[^0-9]", "");
        String last = digits.substring(Math.max(0, digits.length() - STAMP_DIGITS));
        return second * STAMP_NUMBERS + (last.isEmpty() ? 0 : Long.parseLong(last));
    }

    private static String told(@Nullable Object value) {
        return value == null ? "" : value.toString().strip();
    }

    private OptionalLong micros(String text, String time, String zone) {
        try {
            return micros(text, time, zone.isEmpty() ? parameters.zone() : ZoneId.of(zone));
        } catch (DateTimeException _) {
            return OptionalLong.empty();
        }
    }

    private OptionalLong micros(String text, String time, ZoneId zone) {
        if (time.isEmpty() && text.length() >= 10) {
            return Times.micros(text, zone);
        }
        if (!(date(text, null) instanceof String date)) {
            return OptionalLong.empty();
        }
        return Times.micros(time.isEmpty() ? date : date + "T" + clock(time), zone);
    }

    private static String clock(String time) {
        if (time.indexOf(':') >= 0 || time.length() < 4) {
            return time; // what is no time is found to be none
        }
        String clock = time.substring(0, 2) + ":" + time.substring(2, 4);
        if (time.length() >= 6) {
            clock += ":" + time.substring(4, 6);
        }
        return time.length() > 6 ? clock + "." + time.substring(6) : clock;
    }

    private DateTimeFormatter formatter(String format) {
        if (formats.size() > FORMATS_MAX) {
            formats.clear();
        }
        return formats.computeIfAbsent(
                format,
                pattern ->
                        new DateTimeFormatterBuilder()
                                .parseCaseInsensitive()
                                .appendPattern(pattern.replace('y', 'u'))
                                .toFormatter(Locale.ENGLISH)
                                .withResolverStyle(ResolverStyle.STRICT));
    }

    private static boolean isBlank(Object value) {
        return value instanceof String text && text.isBlank();
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
    }
}
