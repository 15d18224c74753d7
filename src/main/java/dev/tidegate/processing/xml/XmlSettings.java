package dev.tidegate.processing.xml;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of XML documents, beside those that all messages have.
 *
 * @param depthMax levels of nesting
 * @param elementsMax elements of a message
 * @param attributesMax attributes of an element
 * @param textLengthMax characters of a text or an attribute: invoices carry their pictures in one
 */
public record XmlSettings(
        @DefaultValue("100") int depthMax,
        @DefaultValue("500000") int elementsMax,
        @DefaultValue("100") int attributesMax,
        @DefaultValue("12000000") int textLengthMax) {
    public static final XmlSettings DEFAULTS = new XmlSettings(100, 500_000, 100, 12_000_000);

    public XmlSettings {
        if (depthMax < 1 || elementsMax < 1 || attributesMax < 1 || textLengthMax < 1) {
            throw new IllegalArgumentException(
                    "tidegate.processing.normaliser.xml limits must be at least 1");
        }
    }
}
