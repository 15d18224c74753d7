package dev.tidegate.governance.source;

import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import dev.tidegate.platform.TenantId;
import java.util.Optional;

/** Looks up published mappings; a version never changes, so it is read once. */
public interface MappingCatalog {
    Optional<MappingVersion> find(TenantId tenant, String name, int version);

    /** The version that was published last. */
    Optional<MappingVersion> newest(TenantId tenant, String name);
}
