package dev.tidegate.governance.source;

import dev.tidegate.contract.FieldOrigin;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Reads bytes by a source's definition, to see what a mapping makes of them; implemented by
 * processing, with the function that its workers run.
 */
public interface MappingTrial {
    /** For a process without processing: nothing can be tried. */
    MappingTrial NONE =
            (source, contentType, content) -> {
                throw new IllegalStateException("this process has no part of processing");
            };

    /**
     * The events in their order, each {@code {"ref","type","key","version","findings","body"}}, a
     * dead letter's body with {@code class}, {@code code}, {@code place} and {@code reason}.
     */
    List<JsonNode> read(SourceDefinition source, String contentType, byte[] content);

    /** Of each of these events, where the fields of its body came from. */
    default List<List<FieldOrigin>> origins(
            SourceDefinition source, String contentType, byte[] content) {
        throw new IllegalStateException("this process has no part of processing");
    }
}
