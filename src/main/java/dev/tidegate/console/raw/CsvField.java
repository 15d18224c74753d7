package dev.tidegate.console.raw;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds a field of a CSV row by its column's name, for showing only: where in doubt, the whole row
 * is marked.
 */
final class CsvField {
    private static final String SEPARATORS = ",;\t|";

    private CsvField() {}

    /** Where a field stands in its line; quotes belong to it. */
    private record Span(int from, int to) {}

    /**
     * @param header the line that names the columns
     * @param column as the header tells it
     */
    static RawText.Line mark(String header, RawText.Line row, String column) {
        char separator = separator(header);
        var names = fields(header, separator);
        var values = fields(row.text(), separator);
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            var value = values.get(i);
            if (value.to > value.from && plain(header, names.get(i)).equals(column)) {
                return row.marked(value.from, value.to);
            }
        }
        return row.marked(0, row.text().length());
    }

    /** The one met first: names hold none of them. */
    private static char separator(String header) {
        return (char)
                header.chars().filter(c -> SEPARATORS.indexOf(c) >= 0).findFirst().orElse(',');
    }

    private static List<Span> fields(String line, char separator) {
        var fields = new ArrayList<Span>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted; // a doubled quote turns it twice
            } else if (c == separator && !quoted) {
                fields.add(new Span(from, i));
                from = i + 1;
            }
        }
        fields.add(new Span(from, line.length()));
        return fields;
    }

    private static String plain(String line, Span field) {
        var text = line.substring(field.from, field.to).replace("\uFEFF", "").strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }
}
