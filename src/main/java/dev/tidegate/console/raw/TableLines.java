package dev.tidegate.console.raw;

import dev.tidegate.contract.Transcript;
import java.util.ArrayList;
import java.util.List;

/** Rows of a workbook: a line each, its name before its cells. */
final class TableLines {
    private static final String BETWEEN = " \u2502 ";

    private TableLines() {}

    static List<RawText.Line> of(List<Transcript.Row> rows) {
        var lines = new ArrayList<RawText.Line>();
        for (Transcript.Row row : rows) {
            lines.add(line(lines.size() + 1, row));
        }
        return lines;
    }

    private static RawText.Line line(int number, Transcript.Row row) {
        var text = new StringBuilder(row.name());
        int from = 0;
        int to = 0;
        for (int i = 0; i < row.cells().size(); i++) {
            text.append(BETWEEN);
            int begins = text.length();
            text.append(Visible.of(row.cells().get(i)));
            if (row.column().isPresent() && row.column().getAsInt() == i) {
                from = begins;
                to = text.length();
            }
        }
        var line = RawText.Line.of(number, text.toString(), row.name());
        if (to > from) {
            return line.marked(from, to);
        }
        return row.asked() ? line.marked(0, text.length()) : line;
    }
}
