package dev.tidegate.processing;

import dev.tidegate.governance.source.MappingTrial;
import tools.jackson.databind.json.JsonMapper;

/** The trial of mappings that the API has. */
public final class Trials {
    private Trials() {}

    public static MappingTrial trial() {
        return new Trial(
                NormaliserSettings.DEFAULTS, ProvenanceSettings.DEFAULTS, JsonMapper.shared());
    }
}
