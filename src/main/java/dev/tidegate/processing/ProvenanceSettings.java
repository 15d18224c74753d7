package dev.tidegate.processing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of telling where fields came from.
 *
 * @param stepsMax steps of one document's mapping that are watched (about 150 bytes each); beyond
 *     them its fields are told without places
 * @param eventsMax events of one trial whose fields are followed
 * @param fieldsMax fields of one event that are told
 * @param placesMax places of one field that are told
 * @param textLengthMax characters of a place's text that are shown
 */
@ConfigurationProperties("tidegate.provenance")
public record ProvenanceSettings(
        @DefaultValue("500000") int stepsMax,
        @DefaultValue("200") int eventsMax,
        @DefaultValue("20000") int fieldsMax,
        @DefaultValue("20") int placesMax,
        @DefaultValue("400") int textLengthMax) {

    public static final ProvenanceSettings DEFAULTS =
            new ProvenanceSettings(500_000, 200, 20_000, 20, 400);

    public ProvenanceSettings {
        if (stepsMax < 1 || eventsMax < 1 || fieldsMax < 1 || placesMax < 1 || textLengthMax < 1) {
            throw new IllegalArgumentException("tidegate.provenance.* must be positive");
        }
    }
}
