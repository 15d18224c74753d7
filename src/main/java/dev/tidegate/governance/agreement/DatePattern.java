package dev.tidegate.governance.agreement;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a date or a time is written: {@code yyyy MM dd HH mm ss} for their digits, anything else for
 * itself, or {@code rfc3339} for RFC 3339 with its zone. Nothing is guessed: {@code dd/MM/yyyy} and
 * {@code MM/dd/yyyy} both read 03/04/2026, so a contract that has one takes the other for it until
 * a day beyond the twelfth comes.
 */
public final class DatePattern {
    /** RFC 3339 with its zone, and any fraction of a second. */
    public static final String RFC_3339 = "rfc3339";

    private static final String RFC_3339_FIXED = "yyyy-MM-ddTHH:mm:ss";

    private static final List<String> PARTS = List.of("yyyy", "yy", "MM", "dd", "HH", "mm", "ss");

    /** Those that are looked for when a contract is learned or a value isn't what was agreed. */
    private static final List<DatePattern> KNOWN =
            List.of(
                    new DatePattern(RFC_3339),
                    new DatePattern("yyyy-MM-dd"),
                    new DatePattern("yyyyMMdd"),
                    new DatePattern("dd.MM.yyyy"),
                    new DatePattern("MM/dd/yyyy"),
                    new DatePattern("dd/MM/yyyy"),
                    new DatePattern("dd-MM-yyyy"),
                    new DatePattern("yyyy/MM/dd"),
                    new DatePattern("yyyy.MM.dd"),
                    new DatePattern("yyyy-MM-ddTHH:mm:ss"),
                    new DatePattern("yyyy-MM-ddTHH:mm"),
                    new DatePattern("yyyy-MM-dd HH:mm:ss"),
                    new DatePattern("yyyyMMddTHHmmss"),
                    new DatePattern("yyyyMMddHHmmss"),
                    new DatePattern("yyyyMMddHHmm"),
                    new DatePattern("dd.MM.yyyy HH:mm"),
                    new DatePattern("dd.MM.yy"));

    private static final int LENGTH_MAX = 40;

    /** Without a year the 29th of February may be. */
    private static final int LEAP_YEAR = 2000;

    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2199;

    private final String text;

    /** The part that begins at each place; empty where a character stands for itself. */
    private final String[] parts;

    private DatePattern(String text) {
        this.text = text;
        this.parts = parts(text.equals(RFC_3339) ? RFC_3339_FIXED : text);
    }

    private static String[] parts(String pattern) {
        var parts = new String[pattern.length()];
        Arrays.setAll(
                parts,
                at ->
                        PARTS.stream()
                                .filter(part -> pattern.startsWith(part, at))
                                .findFirst()
                                .orElse(""));
        return parts;
    }

    /** Empty where the text names no part of a date or a time, or is too long for one. */
    public static Optional<DatePattern> parse(String text) {
        boolean usable =
                text.equals(RFC_3339)
                        || text.length() <= LENGTH_MAX
                                && PARTS.stream().anyMatch(text::contains)
                                && text.replaceAll("yyyy|yy|MM|dd|HH|mm|ss|[TZ]", "")
                                        .matches("[^A-Za-z]*");
        return usable ? Optional.of(new DatePattern(text)) : Optional.empty();
    }

    /** Those of the known ones that a value may be written in, the likeliest first. */
    public static List<DatePattern> fitting(String value) {
        return KNOWN.stream().filter(pattern -> pattern.fits(value)).toList();
    }

    public boolean fits(String value) {
        return text.equals(RFC_3339)
                ? fits(RFC_3339_FIXED, value) && isZone(value)
                : value.length() == text.length() && fits(text, value);
    }

    /** What follows the fixed characters: a fraction, perhaps, and a zone (RFC 3339, 5.6). */
    private static boolean isZone(String value) {
        int at = RFC_3339_FIXED.length();
        if (at < value.length() && value.charAt(at) == '.') {
            do {
                at++;
            } while (at < value.length() && isDigit(value.charAt(at)));
        }
        int left = value.length() - at;
        return left == 1 && value.charAt(at) == 'Z' || left == 6 && isOffset(value, at);
    }

    private static boolean isOffset(String value, int at) {
        return (value.charAt(at) == '+' || value.charAt(at) == '-')
                && value.charAt(at + 3) == ':'
                && number(value, at + 1, at + 3) >= 0
                && number(value, at + 4, at + 6) >= 0;
    }

    /** Whether the value begins as the pattern says. */
    private boolean fits(String pattern, String value) {
        if (value.length() < pattern.length()) {
            return false;
        }
        int year = LEAP_YEAR;
        int month = 1;
        int day = 1;
        for (int at = 0; at < pattern.length(); ) {
            String part = parts[at];
            int number = part.isEmpty() ? -1 : number(value, at, at + part.length());
            boolean fits =
                    part.isEmpty()
                            ? pattern.charAt(at) == value.charAt(at)
                            : number >= 0 && isWithin(part, number);
            if (!fits) {
                return false;
            }
            switch (part) {
                case "yyyy" -> year = number;
                case "yy" -> year = LEAP_YEAR + number;
                case "MM" -> month = number;
                case "dd" -> day = number;
                default -> {}
            }
            at += Math.max(part.length(), 1);
        }
        return day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static boolean isWithin(String part, int number) {
        return switch (part) {
            case "yyyy" -> number >= YEAR_MIN && number <= YEAR_MAX;
            case "MM" -> number >= 1 && number <= 12;
            case "dd" -> number >= 1 && number <= 31;
            case "HH" -> number <= 24;
            case "mm" -> number <= 59;
            case "ss" -> number <= 60;
            default -> true;
        };
    }

    private static int number(String value, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(value.charAt(i))) {
                return -1;
            }
            number = number * 10 + value.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public String toString() {
        return text;
    }
}
