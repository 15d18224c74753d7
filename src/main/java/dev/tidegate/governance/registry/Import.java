package dev.tidegate.governance.registry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller told of a schema's id and version, as those do who move a registry.
 *
 * @param version heeded beside an id only
 */
record Import(Optional<Integer> id, Optional<Integer> version) {
    static Import of(SchemaRequest request) {
        var id = positive(request.id());
        return new Import(id, id.flatMap(told -> positive(request.version())));
    }

    /** Clients send 0 or -1 for nothing. */
    private static Optional<Integer> positive(@Nullable Integer number) {
        return Optional.ofNullable(number).filter(told -> told > 0);
    }

    boolean agrees(VersionRows.Row row) {
        return id.map(told -> told == row.id()).orElse(true)
                && version.map(told -> told == row.version()).orElse(true);
    }

    /** An id comes from outside in mode IMPORT, and in that mode only. */
    void refuseUnless(Mode mode, String subject) {
        switch (mode) {
            case READONLY ->
                    throw RegistryError.notPermitted("Subject %s is in read-only mode", subject);
            case READWRITE -> {
                if (id.isPresent()) {
                    throw RegistryError.notPermitted(
                            "Subject %s is not in import mode, so a schema comes without an id",
                            subject);
                }
            }
            case IMPORT -> {
                if (id.isEmpty()) {
                    throw RegistryError.notPermitted(
                            "Subject %s is not in read-write mode: in mode IMPORT a schema comes"
                                    + " with its id",
                            subject);
                }
            }
        }
    }
}
