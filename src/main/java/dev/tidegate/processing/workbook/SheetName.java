package dev.tidegate.processing.workbook;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Places in a sheet, as a formula would name them: {@code Orders!B17}, {@code 'Q1 2026'!B17}. */
public record SheetName(String value) {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");

    /**
     * @param column from 0
     * @param row from 1
     */
    public String cell(int column, long row) {
        return told() + "!" + CellAddress.letters(column) + row;
    }

    /** The column, from 0, that letters name; empty where they name none. */
    public static OptionalInt column(String letters) {
        var address = CellAddress.of(letters + 1);
        return address.isNone() ? OptionalInt.empty() : OptionalInt.of(address.column());
    }

    /** {@code Orders!17}, of several rows {@code Orders!17-19}. */
    public String rows(long first, long last) {
        return told() + "!" + first + (last > first ? "-" + last : "");
    }

    public String told() {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "''") + "'";
    }
}
