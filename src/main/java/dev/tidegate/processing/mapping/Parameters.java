package dev.tidegate.processing.mapping;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source's parameters as the functions use them.
 *
 * @param all as bound to {@code $parameters}
 * @param zone of times told without an offset: {@code time_zone}, or UTC
 * @param decimalComma whether {@code decimal_mark} is a comma
 */
record Parameters(Map<String, String> all, ZoneId zone, boolean decimalComma) {
    /**
     * @throws java.time.DateTimeException when {@code time_zone} is none
     */
    static Parameters of(Map<String, String> all) {
        return new Parameters(all, zone(all.get("time_zone")), ",".equals(all.get("decimal_mark")));
    }

    /** The entry {@code table.key} of a cross-reference table kept in the parameters. */
    Optional<String> lookup(String table, String key) {
        return Optional.ofNullable(all.get(table + "." + key));
    }

    private static ZoneId zone(@Nullable String name) {
        return name == null ? ZoneOffset.UTC : ZoneId.of(name);
    }
}
