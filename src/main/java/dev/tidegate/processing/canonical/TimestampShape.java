package dev.tidegate.processing.canonical;

import dev.tidegate.processing.document.Times;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A moment as microseconds since 1970-01-01T00:00Z; UTC where the text tells no offset. */
record TimestampShape() implements Shape {
    @Override
    public @Nullable Object convert(Object value, Conversion conversion) {
        if (value instanceof String text) {
            var micros = Times.micros(text.strip(), ZoneOffset.UTC);
            if (micros.isPresent()) {
                return micros.getAsLong();
            }
        }
        return conversion.refuse(
                "not_a_timestamp", value, "This is no time such as 2026-11-24T10:00:00Z.");
    }
}
