package dev.tidegate.governance.source;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.util.Optional;

/**
 * Looks up sources; cheap enough for the main path, and at most a second behind a change. Every
 * tenant has {@link CommandSource} beside its own.
 */
public interface SourceCatalog {
    Optional<SourceDefinition> find(TenantId tenant, SourceId source);
}
