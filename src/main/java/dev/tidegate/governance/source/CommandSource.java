package dev.tidegate.governance.source;

import dev.tidegate.governance.source.SourceDefinition.Adapter;
import dev.tidegate.governance.source.SourceDefinition.Contract;
import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import dev.tidegate.governance.source.SourceDefinition.Strictness;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The built-in source of every tenant that carries API commands into the log. A catalog answers
 * with it for {@link #ID}; nobody redefines it, and no bytes from outside are taken in its name,
 * because its messages have been decided.
 */
public final class CommandSource {
    public static final SourceId ID = new SourceId("api");

    private static final MappingVersion MAPPING = new MappingVersion("api", 1, expression());
    private static final Duration FRESHNESS_OBJECTIVE = Duration.ofSeconds(5);

    private CommandSource() {}

    public static SourceDefinition of(TenantId tenant) {
        return new SourceDefinition(
                tenant,
                ID,
                Adapter.JSON,
                MAPPING,
                Optional.empty(),
                Optional.empty(),
                Contract.ANY,
                Map.of(),
                Strictness.STRICT,
                FRESHNESS_OBJECTIVE);
    }

    private static String expression() {
        try (var in = CommandSource.class.getResourceAsStream("/mappings/api.jsonata")) {
            if (in == null) {
                throw new IllegalStateException("no mappings/api.jsonata on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
