package dev.tidegate.processing.suggestion;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of drafts made of samples.
 *
 * @param sampleSizeMax bytes of a sample: as many as a golden case may have
 * @param rowsMax rows or documents that are looked at
 * @param columnsMax columns or members that are looked at
 * @param eventsMax events of the sample that are shown
 */
@ConfigurationProperties("tidegate.suggestions")
public record SuggestionSettings(
        @DefaultValue("262144") int sampleSizeMax,
        @DefaultValue("500") int rowsMax,
        @DefaultValue("500") int columnsMax,
        @DefaultValue("20") int eventsMax) {
    public static final SuggestionSettings DEFAULTS = new SuggestionSettings(262_144, 500, 500, 20);

    public SuggestionSettings {
        if (sampleSizeMax < 1 || rowsMax < 1 || columnsMax < 1 || eventsMax < 1) {
            throw new IllegalArgumentException("tidegate.suggestions.* must be positive");
        }
    }
}
