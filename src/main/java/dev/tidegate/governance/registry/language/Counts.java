package dev.tidegate.governance.registry.language;

import java.util.Locale;
import java.util.Optional;

/**
 * Keywords that bound a count: {@code minLength}, {@code maxItems} and the like.
 *
 * @param of what is counted, as in the keywords: {@code Length}
 */
record Counts(String of) {
    boolean isAskedBy(SchemaNode reader) {
        return reader.has("min" + of) || reader.has("max" + of);
    }

    /**
     * What may be written yet isn't taken.
     *
     * @param least that the writer is known to write, from what else it says
     */
    Optional<Incompatibility> misfit(
            SchemaNode writer, SchemaNode reader, long least, long most, String place) {
        long fewest = Math.max(least, writer.get("min" + of).asLong(0));
        long mostWritten = Math.min(most, writer.get("max" + of).asLong(Long.MAX_VALUE));
        if (fewest < reader.get("min" + of).asLong(0)) {
            return Optional.of(told("MIN_%s_INCREASED", place, "less than the new min"));
        }
        if (mostWritten > reader.get("max" + of).asLong(Long.MAX_VALUE)) {
            return Optional.of(told("MAX_%s_DECREASED", place, "more than the new max"));
        }
        return Optional.empty();
    }

    private Incompatibility told(String rule, String place, String what) {
        return new Incompatibility(
                rule.formatted(of.toUpperCase(Locale.ROOT)),
                place.isEmpty() ? "/" : place,
                what + of + " may have been written");
    }
}
