package dev.tidegate.console.mappings;

import dev.tidegate.governance.source.MappingCase;
import dev.tidegate.governance.source.MappingRevision;
import dev.tidegate.governance.source.MappingStudio;
import dev.tidegate.platform.web.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The studio as it is opened.
 *
 * @param expression what is edited: the version's, or what was typed before a refusal
 * @param messages that may be taken as a sample
 * @param done what was just done
 * @param problem why it was not done
 */
public record StudioPage(
        MappingRevision version,
        String expression,
        Samples.Shown sample,
        List<MappingStudio.Reader> sources,
        List<MappingCase> cases,
        List<Samples.Message> messages,
        boolean reviewed,
        Optional<String> done,
        Optional<Problem> problem) {
    public boolean isDraft() {
        return version.state() == MappingRevision.State.DRAFT;
    }

    public String address() {
        return "/console/mappings/" + version.name() + "/studio";
    }
}
