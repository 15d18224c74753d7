package dev.tidegate.processing.tabular;

import dev.tidegate.processing.workbook.SheetName;

/** How rows and cells of a table are named. */
interface RowNames {
    /** Of a text: {@code row:17}, {@code row:17-19}, {@code row:17 column "quantity"}. */
    RowNames OF_TEXT =
            new RowNames() {
                @Override
                public String rows(long first, long last) {
                    return "row:" + first + (last > first ? "-" + last : "");
                }

                @Override
                public String cell(long row, int column, String told) {
                    return "row:" + row + " " + column(column, told);
                }
            };

    String rows(long first, long last);

    default String row(long row) {
        return rows(row, row);
    }

    /**
     * @param column from 0
     * @param told the column's name as the table writes it; empty where it has none
     */
    String cell(long row, int column, String told);

    /**
     * Of a sheet: {@code Orders!17}, {@code Orders!17-19}, {@code Orders!B17 column "quantity"}.
     */
    static RowNames of(SheetName sheet) {
        return new RowNames() {
            @Override
            public String rows(long first, long last) {
                return sheet.rows(first, last);
            }

            @Override
            public String cell(long row, int column, String told) {
                String cell = sheet.cell(column, row);
                return told.isEmpty() ? cell : cell + " " + column(column, told);
            }
        };
    }

    private static String column(int column, String told) {
        return told.isEmpty() ? "field " + (column + 1) : "column \"" + told + "\"";
    }
}
