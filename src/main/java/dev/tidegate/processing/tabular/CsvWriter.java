package dev.tidegate.processing.tabular;

import dev.tidegate.processing.document.DocumentWriter;
import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.document.Scalars;
import dev.tidegate.processing.document.Unwritable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values (RFC 4180) in UTF-8: a header row, then a row for each of a document's
 * {@code rows}, or one where it has none. The columns are those that {@code columns} tells, in its
 * order, else all that are met; the documents of one file share them.
 *
 * <p>A cell that begins with {@code =}, {@code +}, {@code -} or {@code @} is a formula to a
 * spreadsheet that opens the file. Cells are written exactly as they are all the same, for programs
 * read them; where people will, {@code formulas: "defuse"} puts an apostrophe before each that is
 * no number.
 */
public final class CsvWriter implements DocumentWriter {
    private static final String ROWS = "rows";
    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]|^\\s|\\s$");
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    @Override
    public String contentType() {
        return "text/csv; charset=utf-8; header=present";
    }

    @Override
    public byte[] write(List<Outgoing> documents, int sizeMax) {
        var columns = columns(documents);
        var text = new StringBuilder(256);
        row(text, columns.stream().map(CsvWriter::quoted).toList());
        for (int i = 0; i < documents.size(); i++) {
            try {
                write(text, documents.get(i), columns);
            } catch (Unwritable e) {
                throw e.of(i);
            }
            if (text.length() > sizeMax) {
                throw Unwritable.tooLarge(sizeMax);
            }
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > sizeMax) {
            throw Unwritable.tooLarge(sizeMax);
        }
        return bytes;
    }

    private static List<String> columns(List<Outgoing> documents) {
        var columns = new LinkedHashSet<String>();
        for (Outgoing document : documents) {
            if (document.variables().get("columns") instanceof List<?> told) {
                told.forEach(column -> columns.add(String.valueOf(column)));
            }
        }
        if (columns.isEmpty()) {
            for (Outgoing document : documents) {
                rows(document).forEach(row -> columns.addAll(names(row.cells())));
            }
        }
        if (columns.isEmpty()) {
            throw Unwritable.variable("", "It has no column.");
        }
        return List.copyOf(columns);
    }

    private static List<String> names(Map<?, ?> cells) {
        return cells.keySet().stream().map(String::valueOf).filter(n -> !n.equals(ROWS)).toList();
    }

    /** A row and where it stands in the tree. */
    private record Line(Map<?, ?> cells, List<Object> path) {}

    private static List<Line> rows(Outgoing document) {
        if (!(document.tree().get(ROWS) instanceof List<?> told)) {
            return List.of(new Line(document.tree(), List.of()));
        }
        var rows = new ArrayList<Line>(told.size());
        for (int i = 0; i < told.size(); i++) {
            if (!(told.get(i) instanceof Map<?, ?> cells)) {
                throw Unwritable.inTree(List.of(ROWS, i), "It is no row: an object of cells.");
            }
            rows.add(new Line(cells, List.of(ROWS, i)));
        }
        return rows;
    }

    private static void write(StringBuilder text, Outgoing document, List<String> columns) {
        boolean defuse = document.text("formulas", "").equals("defuse");
        for (Line line : rows(document)) {
            for (String name : names(line.cells())) {
                if (!columns.contains(name)) {
                    throw Unwritable.inTree(
                            below(line.path(), name), "It is none of the columns that are told.");
                }
            }
            var cells = new ArrayList<String>(columns.size());
            for (String column : columns) {
                var cell = cell(line, column, line.cells().get(column));
                cells.add(quoted(defuse ? defused(cell) : cell));
            }
            row(text, cells);
        }
    }

    private static String cell(Line line, String column, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        var told =
                Scalars.text(value)
                        .orElseThrow(
                                () ->
                                        Unwritable.inTree(
                                                below(line.path(), column),
                                                "A cell is a text or a number."));
        if (told.indexOf('\0') >= 0) {
            throw Unwritable.inTree(below(line.path(), column), "A cell can't hold a NUL.");
        }
        return told;
    }

    private static List<Object> below(List<Object> path, String name) {
        var longer = new ArrayList<Object>(path);
        longer.add(name);
        return longer;
    }

    private static String defused(String cell) {
        return FORMULA.matcher(cell).find() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    private static String quoted(String cell) {
        return QUOTED.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static void row(StringBuilder text, List<String> cells) {
        text.append(String.join(",", cells)).append("\r\n");
    }
}
