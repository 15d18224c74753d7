package dev.tidegate.processing.suggestion;

import dev.tidegate.processing.document.Times;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How dates are written, as far as a sample shows it.
 *
 * @param pattern of the day; empty where functions of the pack read it as it is (ISO 8601)
 * @param withTime whether a time follows the day
 */
record DatePattern(String pattern, boolean withTime) {
    private static final List<String> DAYS =
            List.of(
                    "dd.MM.yyyy",
                    "d.M.yyyy",
                    "dd.MM.yy",
                    "dd/MM/yyyy",
                    "MM/dd/yyyy",
                    "d/M/yyyy",
                    "M/d/yyyy",
                    "dd-MM-yyyy",
                    "MM-dd-yyyy",
                    "yyyy/MM/dd",
                    "dd-MMM-yyyy",
                    "d MMM yyyy");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?");

    /** The patterns that read all of the values, none where they are no dates. */
    static List<DatePattern> of(List<String> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        if (values.stream().allMatch(DatePattern::isIso)) {
            return List.of(new DatePattern("", values.getFirst().length() > 10));
        }
        boolean withTime = values.stream().allMatch(DatePattern::hasTime);
        var days = values.stream().map(value -> withTime ? value.split(" ", 2)[0] : value).toList();
        return DAYS.stream()
                .filter(pattern -> days.stream().allMatch(day -> reads(pattern, day)))
                .map(pattern -> new DatePattern(pattern, withTime))
                .toList();
    }

    private static boolean isIso(String value) {
        return Times.day(value).isPresent() || Times.micros(value, ZoneOffset.UTC).isPresent();
    }

    private static boolean hasTime(String value) {
        int blank = value.indexOf(' ');
        return blank > 0 && TIME.matcher(value.substring(blank + 1)).matches();
    }

    private static boolean reads(String pattern, String day) {
        try {
            LocalDate.parse(day, formatter(pattern));
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** {@code 03/04/2026}: whether the day or the month comes first can't be seen. */
    static boolean areUnclear(List<DatePattern> found) {
        return found.stream().map(DatePattern::first).distinct().count() > 1;
    }

    /** The letter that it begins with. */
    private String first() {
        return pattern.isEmpty() ? "" : pattern.substring(0, 1).toLowerCase(Locale.ROOT);
    }

    /** The day that a path leads to. */
    String date(String path) {
        if (pattern.isEmpty()) {
            return "$date(" + path + ")";
        }
        String day = withTime ? "$substringBefore(" + path + ", \" \")" : path;
        return "$date(" + day + ", \"" + pattern + "\")";
    }

    /** The moment that a path leads to. */
    String moment(String path) {
        if (pattern.isEmpty()) {
            return "$timestamp(" + path + ")";
        }
        return withTime
                ? "$timestamp(" + date(path) + ", $substringAfter(" + path + ", \" \"))"
                : "$timestamp(" + date(path) + ")";
    }

    String told() {
        return pattern.isEmpty() ? "dates in ISO 8601" : "dates written " + pattern;
    }
}
