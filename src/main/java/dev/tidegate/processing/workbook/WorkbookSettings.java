package dev.tidegate.processing.workbook;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of workbooks, beside those that all messages have.
 *
 * @param expandedSizeMax bytes of all parts that are read, unpacked: what a zip bomb runs into
 * @param markupSizeMax bytes of one tag, comment or text within a part
 * @param sheetsMax sheets of a workbook
 * @param cellsMax cells of all sheets, a row counted up to its last cell with a value
 * @param cellLengthMax characters of a cell; Excel's own limit
 * @param sharedLengthMax characters of all shared strings
 * @param stylesMax cell formats; Excel's own limit
 */
public record WorkbookSettings(
        @DefaultValue("134217728") long expandedSizeMax,
        @DefaultValue("1048576") int markupSizeMax,
        @DefaultValue("255") int sheetsMax,
        @DefaultValue("2000000") int cellsMax,
        @DefaultValue("32767") int cellLengthMax,
        @DefaultValue("33554432") int sharedLengthMax,
        @DefaultValue("65490") int stylesMax) {
    public static final WorkbookSettings DEFAULTS =
            new WorkbookSettings(
                    134_217_728, 1_048_576, 255, 2_000_000, 32_767, 33_554_432, 65_490);

    public WorkbookSettings {
        if (expandedSizeMax < 1 || markupSizeMax < 1 || sheetsMax < 1 || cellsMax < 1) {
            throw new IllegalArgumentException(
                    "tidegate.processing.normaliser.workbook limits must be at least 1");
        }
        if (cellLengthMax < 1 || sharedLengthMax < 1 || stylesMax < 1) {
            throw new IllegalArgumentException(
                    "tidegate.processing.normaliser.workbook limits must be at least 1");
        }
    }
}
