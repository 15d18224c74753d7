package dev.tidegate.console.mappings;

import dev.tidegate.governance.source.MappingCase;
import dev.tidegate.governance.source.MappingRevision;
import dev.tidegate.governance.source.MappingStudio;
import java.util.List;
import java.util.Optional;

/**
 * The studio as it is opened.
 *
 * @param expression what is edited: the version's, or what was typed before a refusal
 * @param done what was just done
 */
public record StudioPage(
        MappingRevision version,
        List<MappingRevision> versions,
        String expression,
        Samples.Shown sample,
        List<MappingStudio.Reader> sources,
        List<MappingCase> cases,
        boolean reviewed,
        Optional<String> done) {
    public boolean isDraft() {
        return version.state() == MappingRevision.State.DRAFT;
    }

    public String address() {
        return "/console/mappings/" + version.name() + "/studio";
    }
}
