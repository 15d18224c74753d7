package dev.tidegate.processing.outbound;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of what is written for others; those of mappings are the normaliser's.
 *
 * @param documentSizeMax bytes of what is rendered at once
 * @param eventsMax events that are rendered at once
 * @param segmentsMax segments of an X12 set or an EDIFACT message
 * @param depthMax levels of nesting of a document
 * @param parametersMax parameters of a rendering
 * @param parameterLengthMax characters of one
 */
@ConfigurationProperties("tidegate.outbound")
public record OutboundSettings(
        @DefaultValue("16777216") int documentSizeMax,
        @DefaultValue("10000") int eventsMax,
        @DefaultValue("200000") int segmentsMax,
        @DefaultValue("100") int depthMax,
        @DefaultValue("100") int parametersMax,
        @DefaultValue("1000") int parameterLengthMax) {
    public static final OutboundSettings DEFAULTS =
            new OutboundSettings(16_777_216, 10_000, 200_000, 100, 100, 1_000);

    public OutboundSettings {
        if (documentSizeMax < 1
                || eventsMax < 1
                || segmentsMax < 1
                || depthMax < 1
                || parametersMax < 1
                || parameterLengthMax < 1) {
            throw new IllegalArgumentException("tidegate.outbound.* must be positive");
        }
    }
}
