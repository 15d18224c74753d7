package dev.tidegate.processing.canonical;

import org.jspecify.annotations.Nullable;

/**
 * One type of a schema, laid out for converting: checks a value of a tree and gives Avro's form.
 */
interface Shape {
    /** Null where the value was refused (the conversion knows why) or is absent and may be. */
    @Nullable Object convert(Object value, Conversion conversion);
}
