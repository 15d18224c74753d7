package dev.tidegate.embedded;

/**
 * Where the two servers answer. The owner migrates; the app role runs, and row-level security binds
 * it.
 */
public record Endpoints(
        String jdbcUrl,
        String ownerUser,
        String ownerPassword,
        String appUser,
        String appPassword,
        String bootstrapServers) {

    /** Without the passwords: this ends up in logs. */
    @Override
    public String toString() {
        return "Endpoints[jdbcUrl=%s, bootstrapServers=%s]".formatted(jdbcUrl, bootstrapServers);
    }
}
