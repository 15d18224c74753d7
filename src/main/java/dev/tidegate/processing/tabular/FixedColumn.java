package dev.tidegate.processing.tabular;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A column of a fixed-width row.
 *
 * @param name as the layout tells it
 * @param start its first character, from 0
 * @param alignment of the value within it
 * @param decimals how many of its last digits stand behind the decimal mark, where none is written
 */
record FixedColumn(String name, int start, int length, Alignment alignment, OptionalInt decimals) {
    private static final Pattern DIGITS = Pattern.compile("([+-]?)([0-9]{1,40})([+-]?)");

    enum Alignment {
        LEFT,
        RIGHT
    }

    int end() {
        return start + length;
    }

    /** The column's part of the row without its padding; empty behind the row's end. */
    String cut(String row) {
        return start >= row.length()
                ? ""
                : row.substring(start, Math.min(end(), row.length())).strip();
    }

    /** Whether the row ends within the column, so that its value is one of fewer digits. */
    boolean isCutOff(String row) {
        return alignment == Alignment.RIGHT && row.length() > start && row.length() < end();
    }

    /** Empty where the digits of the value can't be told; the sign may stand on either side. */
    Optional<String> value(String cut, char decimalMark) {
        if (decimals.isEmpty() || cut.isEmpty() || cut.indexOf(decimalMark) >= 0) {
            return Optional.of(cut);
        }
        var digits = DIGITS.matcher(cut);
        if (!digits.matches() || !digits.group(1).isEmpty() && !digits.group(3).isEmpty()) {
            return Optional.empty();
        }
        var number = new BigDecimal(new BigInteger(digits.group(2)), decimals.getAsInt());
        boolean negative = (digits.group(1) + digits.group(3)).equals("-");
        return Optional.of(
                (negative ? number.negate() : number).toPlainString().replace('.', decimalMark));
    }
}
