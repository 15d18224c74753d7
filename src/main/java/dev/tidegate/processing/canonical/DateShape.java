package dev.tidegate.processing.canonical;

import dev.tidegate.processing.document.Times;
import org.jspecify.annotations.Nullable;

/** A date as days since 1970-01-01. */
record DateShape() implements Shape {
    @Override
    public @Nullable Object convert(Object value, Conversion conversion) {
        if (value instanceof String text) {
            var day = Times.day(text.strip());
            if (day.isPresent()) {
                return day.getAsInt();
            }
        }
        return conversion.refuse("not_a_date", value, "This is no date such as 2026-11-24.");
    }
}
