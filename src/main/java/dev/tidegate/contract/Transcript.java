package dev.tidegate.contract;

import java.util.List;
import java.util.OptionalInt;

/** Bytes that are a table and no text, such as a workbook's, as rows for a person to look at. */
public interface Transcript {
    /**
     * One row.
     *
     * @param name as dead letters name it: {@code Orders!17}
     * @param cells as texts; empty ones are empty
     * @param asked whether it is the row that was asked for
     * @param column of the cell that was asked for, from 0
     */
    record Row(String name, List<String> cells, boolean asked, OptionalInt column) {}

    /**
     * The row that names the columns and some around the place, or the first ones where the place
     * names no row. Empty where the bytes are no such table, or a broken one.
     *
     * @param ref place of the entry in its message
     * @param place exact place of what is wrong
     */
    List<Row> rows(byte[] bytes, String ref, String place);
}
