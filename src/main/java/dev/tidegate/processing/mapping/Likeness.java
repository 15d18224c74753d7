package dev.tidegate.processing.mapping;

import dev.tidegate.processing.document.Numbers;
import java.util.regex.Pattern;

/**
 * Whether a value can be told again in what was made of it: a text within a text, the same number,
 * the digits of a date.
 */
final class Likeness {
    private static final Pattern OTHER = Pattern.compile("\\D+");
    private static final int DIGITS_OF_SHORT_DATE = 6;
    private static final int DIGITS_OF_DATE = 8;

    private Likeness() {}

    static boolean between(Object told, Object made) {
        var number = Numbers.decimal(made);
        var other = Numbers.decimal(told);
        if (number != null && other != null) {
            return number.compareTo(other) == 0;
        }
        String from = told.toString().strip();
        String to = made.toString().strip();
        return !from.isEmpty() && (to.contains(from) || from.contains(to) || isDate(from, to));
    }

    /** {@code 261124} and {@code 202611240900} in {@code 2026-11-24T08:00:00Z}. */
    private static boolean isDate(String from, String to) {
        String told = OTHER.matcher(from).replaceAll("");
        String made = OTHER.matcher(to).replaceAll("");
        if (told.length() < DIGITS_OF_SHORT_DATE || made.length() < DIGITS_OF_DATE) {
            return false;
        }
        return made.contains(told) || told.contains(made.substring(0, DIGITS_OF_DATE));
    }
}
