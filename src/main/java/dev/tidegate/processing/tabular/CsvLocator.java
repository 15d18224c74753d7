package dev.tidegate.processing.tabular;

import dev.tidegate.processing.document.Locator;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.document.TextBytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cells of delimited text in the bytes of their message; the quotes around one belong to it. Behind
 * a quote that nothing closes no cell is found.
 */
final class CsvLocator implements Locator {
    private final TextBytes text;
    private final char delimiter;

    /** Of each row, the first index of each of its fields and the one behind its last. */
    private final Map<Long, List<int[]>> rows = new HashMap<>();

    /**
     * @param rowsBefore number of the row before the first
     */
    CsvLocator(TextBytes text, char delimiter, long rowsBefore) {
        this.text = text;
        this.delimiter = delimiter;
        long row = rowsBefore;
        for (int at = 0; at < text.text().length(); ) {
            at = readRow(++row, at);
        }
    }

    /** The index behind the row and the end of its line. */
    private int readRow(long row, int begin) {
        String told = text.text();
        var fields = new ArrayList<int[]>();
        int from = begin;
        int at = begin;
        while (true) {
            at = endOfField(from);
            fields.add(new int[] {from, at});
            if (at >= told.length() || told.charAt(at) != delimiter) {
                break;
            }
            from = at + 1;
        }
        rows.put(row, fields);
        return told.startsWith("\r\n", at) ? at + 2 : at + 1;
    }

    private int endOfField(int from) {
        String told = text.text();
        int at = from;
        if (at < told.length() && told.charAt(at) == '"') {
            for (at++; at < told.length(); at++) {
                boolean isQuote = told.charAt(at) == '"';
                if (isQuote && at + 1 < told.length() && told.charAt(at + 1) == '"') {
                    at++; // a doubled quote is one that is text
                } else if (isQuote) {
                    break;
                }
            }
        }
        while (at < told.length() && !ends(told.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean ends(char c) {
        return c == delimiter || c == '\n' || c == '\r';
    }

    @Override
    public Optional<Stretch> at(Reading.Document document, List<Object> path) {
        if (path.isEmpty() || !(document.places() instanceof RowPlaces places)) {
            return Optional.empty();
        }
        var position = places.header().positions().get(path.getLast().toString());
        var fields = rows.getOrDefault(places.row(path), List.of());
        return position == null || position >= fields.size()
                ? Optional.empty()
                : Optional.of(text.stretch(fields.get(position)[0], fields.get(position)[1]));
    }
}
