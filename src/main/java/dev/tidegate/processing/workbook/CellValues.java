package dev.tidegate.processing.workbook;

import dev.tidegate.processing.document.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** What a cell says, as the text that an export to CSV would write, or why it says nothing. */
final class CellValues {
    /** A spreadsheet computes in binary and shows fifteen digits: 9.9499999999999993 is 9.95. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

    private final SharedStrings strings;
    private final DateFormats formats;
    private final SerialDates dates;
    private final char decimalMark;

    CellValues(SharedStrings strings, DateFormats formats, SerialDates dates, char decimalMark) {
        this.decimalMark = decimalMark;
        this.strings = strings;
        this.formats = formats;
        this.dates = dates;
    }

    /**
     * A cell as it stands in the sheet.
     *
     * @param type of its value: {@code s}, {@code inlineStr}, {@code str}, {@code b}, {@code e},
     *     {@code d}, {@code n}, or empty for a number
     * @param style number of its format, or empty
     * @param formula whether it is computed
     */
    record Cell(int column, String type, String style, boolean formula, String value) {
        Told flaw(String code, String reason, String nextStep) {
            return new Told.Unusable(new SheetRow.Flaw(column, code, reason, nextStep));
        }
    }

    /** What a cell says. */
    sealed interface Told {
        record Text(String text) implements Told {}

        record Unusable(SheetRow.Flaw flaw) implements Told {}
    }

    Told told(Cell cell) {
        if (cell.value().isEmpty()) {
            return cell.formula() && !cell.type().equals("str")
                    ? cell.flaw(
                            "formula_without_value",
                            "The cell has a formula whose result isn't stored.",
                            "Open the workbook in a spreadsheet and save it, so that it is"
                                    + " computed.")
                    : new Told.Text("");
        }
        return switch (cell.type()) {
            case "s" -> shared(cell);
            case "inlineStr", "str", "d" -> new Told.Text(cell.value());
            case "b" -> new Told.Text(fresh(cell.value().strip().equals("1") ? "TRUE" : "FALSE"));
            case "e" ->
                    cell.flaw(
                            "cell_error",
                            "The cell shows the error " + cell.value() + ".",
                            "Mend the formula or the value, then send the workbook again.");
            default -> number(cell);
        };
    }

    private Told shared(Cell cell) {
        String number = cell.value().strip();
        var text =
                number.matches("[0-9]{1,9}")
                        ? strings.text(Integer.parseInt(number))
                        : Optional.<String>empty();
        return text.<Told>map(Told.Text::new)
                .orElseGet(
                        () ->
                                malformed(
                                        cell,
                                        "The cell speaks of shared string "
                                                + number
                                                + ", which isn't there."));
    }

    private Told number(Cell cell) {
        var decimal = Numbers.decimal(cell.value());
        if (decimal == null) {
            return malformed(cell, "The cell should hold a number.");
        }
        if (formats.isDate(cell.style())) {
            return dates.text(decimal)
                    .<Told>map(Told.Text::new)
                    .orElseGet(
                            () ->
                                    cell.flaw(
                                            "not_a_date",
                                            "The cell is shown as a date, but no day has the"
                                                    + " number "
                                                    + cell.value()
                                                    + ".",
                                            "Mend the date, then send the workbook again."));
        }
        return isBeyondDigits(decimal) ? tooLong(cell) : new Told.Text(plain(decimal));
    }

    private static boolean isBeyondDigits(BigDecimal decimal) {
        return decimal.precision() - decimal.scale() > SHOWN.getPrecision();
    }

    /** With the decimal mark that the source's numbers have: one setting for all its texts. */
    private String plain(BigDecimal decimal) {
        var shown = decimal.round(SHOWN);
        String plain = shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
        return fresh(plain.replace('.', decimalMark));
    }

    /** A text of its own: identity is the trail back to the cell. */
    private static String fresh(String text) {
        return new StringBuilder(text).toString();
    }

    private static Told tooLong(Cell cell) {
        return cell.flaw(
                "number_too_long",
                "A spreadsheet keeps fifteen digits of a number; this one has more, so that the last"
                        + " ones are lost.",
                "Format the column as text and fill it anew: an identifier is no number.");
    }

    private static Told malformed(Cell cell, String reason) {
        return cell.flaw(
                "malformed_cell", reason, "Let the sender save the workbook anew, then send it.");
    }
}
