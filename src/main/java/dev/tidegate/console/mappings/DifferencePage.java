package dev.tidegate.console.mappings;

import dev.tidegate.console.frame.LineDifference;
import dev.tidegate.governance.source.MappingRevision;
import java.util.List;

/** Two versions of a mapping, line by line. */
public record DifferencePage(
        List<MappingRevision> versions,
        MappingRevision before,
        MappingRevision after,
        List<LineDifference> lines) {
    public boolean same() {
        return before.expression().equals(after.expression());
    }
}
