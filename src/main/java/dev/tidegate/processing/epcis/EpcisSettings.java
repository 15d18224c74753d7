package dev.tidegate.processing.epcis;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of EPCIS documents, beside those that all messages have.
 *
 * @param depthMax levels of nesting of an XML document
 * @param elementsMax elements of an XML document
 * @param attributesMax attributes of an XML element
 * @param eventLengthMax characters of one event, as JSON
 */
public record EpcisSettings(
        @DefaultValue("100") int depthMax,
        @DefaultValue("500000") int elementsMax,
        @DefaultValue("100") int attributesMax,
        @DefaultValue("1000000") int eventLengthMax) {
    public static final EpcisSettings DEFAULTS = new EpcisSettings(100, 500_000, 100, 1_000_000);

    public EpcisSettings {
        if (depthMax < 1 || elementsMax < 1 || attributesMax < 1 || eventLengthMax < 1) {
            throw new IllegalArgumentException(
                    "tidegate.processing.normaliser.epcis limits must be at least 1");
        }
    }
}
