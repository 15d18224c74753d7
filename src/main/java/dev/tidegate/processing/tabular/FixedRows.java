package dev.tidegate.processing.tabular;

import dev.tidegate.processing.document.Failure;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;

/** Lines of a text to rows, each column cut out where the layout says it stands. */
final class FixedRows {
    private static final String END_OF_FILE = "\u001a"; // DOS ended its texts with it

    private final FixedLayout layout;
    private final char decimalMark;
    private final int rowsToPass;

    /**
     * @param rowsToPass rows at the top of the file that are no data
     */
    FixedRows(FixedLayout layout, char decimalMark, int rowsToPass) {
        this.layout = layout;
        this.decimalMark = decimalMark;
        this.rowsToPass = rowsToPass;
    }

    void read(String text, long rowsBefore, Consumer<Row> out) {
        long number = rowsBefore;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (number > rowsToPass && !line.equals(END_OF_FILE)) {
                out.accept(row(number, line));
            }
        }
    }

    private Row row(long number, String line) {
        var fields = new ArrayList<String>(layout.columns().size());
        Optional<Failure> problem = tooLong(number, line);
        for (FixedColumn column : layout.columns()) {
            String cut = column.cut(line);
            var value =
                    column.isCutOff(line)
                            ? Optional.<String>empty()
                            : column.value(cut, decimalMark);
            if (value.isEmpty() && problem.isEmpty()) {
                problem = Optional.of(unusable(number, line, column, cut));
            }
            fields.add(value.orElse(cut));
        }
        return new Row(number, fields, fields.size(), problem);
    }

    private Optional<Failure> tooLong(long number, String line) {
        int width = layout.width();
        return line.length() <= width || line.substring(width).isBlank()
                ? Optional.empty()
                : Optional.of(
                        Failure.schemaDrift(
                                "row_too_long",
                                RowNames.OF_TEXT.row(number),
                                "The row has text behind character " + width + ".",
                                "Add what stands there to the source's parameter layout, then"
                                        + " reprocess."));
    }

    private static Failure unusable(long number, String line, FixedColumn column, String cut) {
        String place = RowNames.OF_TEXT.cell(number, column.start(), column.name());
        if (column.isCutOff(line)) {
            return Failure.dataQuality(
                    "row_too_short",
                    place,
                    "The row ends within the column, after %d of %d characters."
                            .formatted(line.length() - column.start(), column.length()),
                    "Let the sender write rows of their full width, or mend the layout.");
        }
        return Failure.dataQuality(
                "not_a_decimal",
                place,
                "\"" + cut + "\" should be digits, of which the last are decimals.",
                "Mend the value at its sender, or the column in the source's parameter layout.");
    }
}
