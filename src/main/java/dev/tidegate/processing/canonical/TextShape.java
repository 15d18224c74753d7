package dev.tidegate.processing.canonical;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Text, without surrounding blanks. NUL and lone surrogates can't be stored, and a short text,
 * which is a key or a code, has no control characters at all.
 *
 * @param lengthMax characters
 */
record TextShape(int lengthMax) implements Shape {
    private static final int LONG_TEXT = 200;
    private static final int SCALE_MAX = 40;

    @Override
    public @Nullable Object convert(Object value, Conversion conversion) {
        return switch (value) {
            case String text -> check(text.strip(), value, conversion);
            case BigDecimal number -> number(number, conversion);
            case Integer number -> number.toString();
            case Long number -> number.toString();
            default -> conversion.refuse("not_text", value, "This should be a text.");
        };
    }

    private @Nullable Object check(String text, Object value, Conversion conversion) {
        if (text.length() > lengthMax) {
            return conversion.refuse(
                    "too_long",
                    value,
                    text.length() + " characters; at most " + lengthMax + " are kept.");
        }
        int lowest = lengthMax < LONG_TEXT ? ' ' : 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < lowest || Character.isSurrogate(c) && isLone(text, i)) {
                return conversion.refuse(
                        "forbidden_character",
                        value,
                        "Character %d is U+%04X, which no text here may hold."
                                .formatted(i + 1, (int) c));
            }
        }
        return text;
    }

    private static boolean isLone(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }

    private @Nullable Object number(BigDecimal number, Conversion conversion) {
        if (Math.abs((long) number.scale()) > SCALE_MAX) {
            return conversion.refuse("too_long", number, "The number is too long for a text.");
        }
        return check(number.toPlainString(), number, conversion);
    }
}
