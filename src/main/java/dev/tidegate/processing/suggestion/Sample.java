package dev.tidegate.processing.suggestion;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A sample as its adapter lays it out.
 *
 * @param adapter by the name that a source is defined with
 * @param parameters that a source needs to read it so
 * @param root path from the adapter's document to what is an order or the like; empty: itself
 * @param head what a document tells once
 * @param lines what it tells of each line; in a table the same columns as {@code head}
 * @param linesPath expression of the lines, from the document
 * @param rows of a table as they are read, the first ones; else none
 * @param documents rows of the table, or documents
 * @param notes for whoever reads the draft
 */
record Sample(
        String adapter,
        Map<String, String> parameters,
        String root,
        List<Column> head,
        List<Column> lines,
        String linesPath,
        List<Map<String, Object>> rows,
        int documents,
        List<String> notes) {
    static final String TABLE_LINES = "($exists(rows) ? rows : $)";

    boolean isTable() {
        return linesPath.equals(TABLE_LINES);
    }

    /** The decimal mark of all its numbers that are texts. */
    DecimalMark decimalMark() {
        var numbers =
                head.stream()
                        .filter(column -> !column.typed())
                        .map(Column::values)
                        .filter(DecimalMark::areNumbers)
                        .filter(values -> DatePattern.of(values).isEmpty())
                        .flatMap(List::stream);
        var ofLines =
                isTable()
                        ? Stream.<String>of()
                        : lines.stream()
                                .filter(column -> !column.typed())
                                .map(Column::values)
                                .filter(DecimalMark::areNumbers)
                                .flatMap(List::stream);
        var mark = DecimalMark.of(Stream.concat(numbers, ofLines).toList());
        return adapter.equals("xlsx") && mark != DecimalMark.COMMA && mark != DecimalMark.BOTH
                ? DecimalMark.POINT // a workbook's numbers are no texts
                : mark;
    }

    /** Whether a column has one value in all the rows of each group, by another column's value. */
    boolean isSameWithin(Column group, Column column) {
        for (int i = 1; i < rows.size(); i++) {
            var before = rows.get(i - 1);
            var row = rows.get(i);
            if (Objects.equals(before.get(group.name()), row.get(group.name()))
                    && !Objects.equals(before.get(column.name()), row.get(column.name()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the rows of each group stand together. */
    boolean standsTogether(Column group) {
        var ended = new HashSet<Object>();
        Object now = null;
        for (Map<String, Object> row : rows) {
            Object next = row.get(group.name());
            if (next != null && !next.equals(now)) {
                if (!ended.add(next)) {
                    return false;
                }
                now = next;
            }
        }
        return true;
    }
}
