package dev.tidegate.processing.document;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Decimals as documents write them. */
public final class Numbers {
    private static final int LENGTH_MAX = 60;
    private static final int EXACT_DIGITS = 18;

    private Numbers() {}

    /**
     * The decimal that a value of a tree is, or null. Texts may have a sign and an exponent of at
     * most two digits, nothing else: no blanks inside, no thousands marks, no decimal comma.
     */
    public static @Nullable BigDecimal decimal(@Nullable Object value) {
        return switch (value) {
            case BigDecimal decimal -> decimal;
            case String text -> parse(text.strip());
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            case Double number when Double.isFinite(number) -> BigDecimal.valueOf(number);
            case null, default -> null;
        };
    }

    private static @Nullable BigDecimal parse(String text) {
        int length = text.length();
        int at = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        if (at == length || length > LENGTH_MAX) {
            return null;
        }
        long unscaled = 0;
        int digits = 0;
        int point = -1;
        for (; at < length; at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + (c - '0');
                digits++;
            } else if (c == '.' && point < 0) {
                point = digits;
            } else {
                return withExponent(text);
            }
        }
        if (digits == 0) {
            return null;
        }
        if (digits > EXACT_DIGITS) {
            return new BigDecimal(text);
        }
        return BigDecimal.valueOf(
                text.charAt(0) == '-' ? -unscaled : unscaled, point < 0 ? 0 : digits - point);
    }

    private static @Nullable BigDecimal withExponent(String text) {
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (e < 0 || text.length() - e > 4) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
