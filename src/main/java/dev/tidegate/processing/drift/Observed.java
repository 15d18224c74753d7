package dev.tidegate.processing.drift;

import dev.tidegate.governance.agreement.Field;
import dev.tidegate.processing.document.Printable;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** How values are shown in findings: short, and of personal fields their form only. */
final class Observed {
    private static final int LENGTH_MAX = 80;
    private static final int LISTED_MAX = 12;

    private Observed() {}

    static String text(String value, Field field) {
        return Printable.text(field.personal() ? form(value) : value, LENGTH_MAX);
    }

    /** A value by what it is: {@code text "n/a"}, {@code object}. */
    static String shape(Object value, Field field) {
        return switch (value) {
            case Map<?, ?> _ -> "object";
            case List<?> _ -> "list";
            case String text -> "text \"" + text(text, field) + "\"";
            case Boolean flag -> "boolean " + flag;
            default -> "number " + text(value.toString(), field);
        };
    }

    /** {@code 24.11.2026} becomes {@code 99.99.9999}, {@code Ada} becomes {@code Aaa}. */
    private static String form(String value) {
        var form = new StringBuilder();
        for (int i = 0; i < Math.min(value.length(), LENGTH_MAX); i++) {
            char c = value.charAt(i);
            form.append(
                    Character.isDigit(c)
                            ? '9'
                            : Character.isUpperCase(c) ? 'A' : Character.isLetter(c) ? 'a' : c);
        }
        return form.toString();
    }

    static String listed(Iterable<?> values) {
        var listed = new StringJoiner(", ");
        int count = 0;
        for (Object value : values) {
            if (count++ < LISTED_MAX) {
                listed.add(value.toString());
            }
        }
        return count > LISTED_MAX
                ? listed + " and " + (count - LISTED_MAX) + " more"
                : listed.toString();
    }
}
