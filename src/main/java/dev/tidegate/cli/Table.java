package dev.tidegate.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Rows in columns, as wide as their widest cell. */
record Table(List<String> columns) {
    private static final String GAP = "  ";

    static Table of(String... columns) {
        return new Table(List.of(columns));
    }

    /** The fields of these names, one object a line; empty cells show as a dash. */
    String text(Iterable<JsonNode> objects) {
        var rows = new ArrayList<List<String>>();
        rows.add(columns.stream().map(String::toUpperCase).toList());
        for (var object : objects) {
            rows.add(columns.stream().map(name -> cell(object.path(name))).toList());
        }
        var widths = new int[columns.size()];
        for (var row : rows) {
            Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length()));
        }
        return String.join("\n", rows.stream().map(row -> line(row, widths)).toList());
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length()).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static String cell(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "-";
        }
        return value.isValueNode() ? value.asString() : value.toString();
    }
}
