package dev.tidegate.processing.tabular;

import dev.tidegate.processing.document.Reading;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How one table's rows are read.
 *
 * @param columnsMax columns of its header
 * @param headerRow number of the row that names the columns; 0: the first that isn't blank
 * @param endsEarly whether a row ends at its last cell with a value, as in a workbook
 * @param decoding of the text that the rows came from
 * @param variables bound for the mapping, beside the columns
 */
record TableForm(
        RowNames names,
        int columnsMax,
        int headerRow,
        boolean endsEarly,
        Decoding decoding,
        Grouping grouping,
        Map<String, Object> variables,
        Consumer<Reading> out) {}
