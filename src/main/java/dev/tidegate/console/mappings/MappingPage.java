package dev.tidegate.console.mappings;

import dev.tidegate.governance.source.MappingCase;
import dev.tidegate.governance.source.MappingRevision;
import dev.tidegate.governance.source.MappingStudio;
import java.util.List;

/**
 * One mapping.
 *
 * @param versions newest first, drafts among them
 * @param readers sources that it reads
 * @param reviewed whether another than the author publishes
 */
public record MappingPage(
        String name,
        List<MappingRevision> versions,
        List<MappingCase> cases,
        List<MappingStudio.Reader> readers,
        boolean reviewed) {
    /** The version before one, where the list has it. */
    public int before(MappingRevision version) {
        int next = versions.indexOf(version) + 1;
        return next < versions.size() ? versions.get(next).version() : version.version();
    }
}
