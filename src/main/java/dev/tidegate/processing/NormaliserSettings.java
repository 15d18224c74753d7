package dev.tidegate.processing;

import dev.tidegate.processing.epcis.EpcisSettings;
import dev.tidegate.processing.workbook.WorkbookSettings;
import dev.tidegate.processing.xml.XmlSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of reading and mapping. Steps rather than seconds bound a mapping's time, so that the same
 * bytes give the same events on a slow machine as on a fast one.
 *
 * @param documentSizeMax bytes of the largest message that is read
 * @param jsonDepthMax levels of nesting of a JSON document
 * @param stringLengthMax characters of one JSON string
 * @param numberLengthMax characters of one JSON number
 * @param columnsMax columns of a table
 * @param segmentsMax segments of an X12 transaction set
 * @param entriesMax entries of one message
 * @param mappingLengthMax characters of a mapping's expression
 * @param mappingStepsMax steps (about 50 ns each) of one document's mapping
 * @param mappingDepthMax levels of a mapping's evaluation
 * @param mappingsCachedMax compiled expressions kept
 * @param xml limits of XML documents
 * @param epcis limits of EPCIS documents
 * @param workbook limits of workbooks
 */
@ConfigurationProperties("tidegate.processing.normaliser")
public record NormaliserSettings(
        @DefaultValue("16777216") int documentSizeMax,
        @DefaultValue("100") int jsonDepthMax,
        @DefaultValue("1000000") int stringLengthMax,
        @DefaultValue("100") int numberLengthMax,
        @DefaultValue("4096") int columnsMax,
        @DefaultValue("200000") int segmentsMax,
        @DefaultValue("200000") int entriesMax,
        @DefaultValue("100000") int mappingLengthMax,
        @DefaultValue("5000000") int mappingStepsMax,
        @DefaultValue("500") int mappingDepthMax,
        @DefaultValue("1000") int mappingsCachedMax,
        @DefaultValue XmlSettings xml,
        @DefaultValue EpcisSettings epcis,
        @DefaultValue WorkbookSettings workbook) {

    public static final NormaliserSettings DEFAULTS =
            new NormaliserSettings(
                    16_777_216,
                    100,
                    1_000_000,
                    100,
                    4_096,
                    200_000,
                    200_000,
                    100_000,
                    5_000_000,
                    500,
                    1_000,
                    XmlSettings.DEFAULTS,
                    EpcisSettings.DEFAULTS,
                    WorkbookSettings.DEFAULTS);

    public NormaliserSettings {
        if (documentSizeMax < 1 || jsonDepthMax < 1 || mappingStepsMax < 1 || columnsMax < 1) {
            throw new IllegalArgumentException(
                    "tidegate.processing.normaliser limits must be at least 1");
        }
    }
}
