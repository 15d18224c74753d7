package dev.tidegate.governance.registry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What may be done to a subject. */
enum Mode {
    READWRITE,
    READONLY,
    /** Schemas come with the ids that they have in another registry, and aren't compared. */
    IMPORT;

    static Mode named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                RegistryError.INVALID_MODE.refusal(
                                        "Invalid mode %s. Valid values are READWRITE, READONLY and"
                                                + " IMPORT.",
                                        String.valueOf(name)));
    }
}
