package dev.tidegate.processing.mapping;

import dev.tidegate.platform.gs1.Gs1Id;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GS1 keys, told as EPC URNs or as Digital Link URIs. */
final class Gs1Functions {
    private Gs1Functions() {}

    /**
     * What the key is made of, as {@code {"gtin", "serial", "lot", "sscc", "gln"}}; nothing where
     * the value is no GS1 key, so that other ids pass as they are.
     */
    static @Nullable Object gs1(@Nullable String uri) {
        return uri == null ? null : Gs1Id.of(uri).map(Gs1Functions::parts).orElse(null);
    }

    private static @Nullable Map<String, Object> parts(Gs1Id id) {
        var parts = new LinkedHashMap<String, Object>();
        put(parts, "gtin", id.element(Gs1Id.GTIN));
        put(parts, "serial", id.element(Gs1Id.SERIAL));
        put(parts, "lot", id.element(Gs1Id.LOT));
        put(parts, "sscc", id.element(Gs1Id.SSCC));
        put(parts, "gln", id.gln());
        return parts.isEmpty() ? null : parts;
    }

    private static void put(Map<String, Object> parts, String name, Optional<String> value) {
        value.ifPresent(text -> parts.put(name, text));
    }
}
