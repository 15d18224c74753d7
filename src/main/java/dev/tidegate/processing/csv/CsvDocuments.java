package dev.tidegate.processing.csv;

import dev.tidegate.processing.csv.Grouping.Group;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Fingerprint;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.document.Utf8;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows to documents. A document's tree is its first row by column name, without the empty cells;
 * one of several rows has them all in {@code rows}.
 */
final class CsvDocuments {
    private final Header header;
    private final Optional<Failure> headerProblem;
    private final boolean mayHoldInvalidBytes;
    private final Grouping grouping;
    private final Consumer<Reading> out;
    private final List<Row> rows = new ArrayList<>();
    private final List<Map<String, Object>> trees = new ArrayList<>();
    private @Nullable Group group;

    CsvDocuments(
            Header header,
            Optional<Failure> headerProblem,
            boolean mayHoldInvalidBytes,
            Grouping grouping,
            Consumer<Reading> out) {
        this.header = header;
        this.headerProblem = headerProblem;
        this.mayHoldInvalidBytes = mayHoldInvalidBytes;
        this.grouping = grouping;
        this.out = out;
    }

    void add(Row row) {
        if (row.isBlank() && !row.unclosed()) {
            return; // a line that a person left empty
        }
        var problem = problem(row);
        if (problem.isPresent()) {
            finish();
            out.accept(new Reading.Unreadable(row.ref(), problem.get(), row.fingerprint()));
            return;
        }
        var tree = tree(row);
        var itsGroup = grouping.group(tree).orElse(null);
        if (itsGroup == null || !itsGroup.equals(group)) {
            finish();
        }
        group = itsGroup;
        rows.add(row);
        trees.add(tree);
    }

    /** Hands on the document whose rows were collected. */
    void finish() {
        if (rows.isEmpty()) {
            return;
        }
        var first = rows.getFirst();
        String ref = rows.size() == 1 ? first.ref() : first.ref() + "-" + rows.getLast().number();
        var tree = new LinkedHashMap<>(trees.getFirst());
        if (rows.size() > 1) {
            tree.put("rows", List.copyOf(trees));
        }
        out.accept(
                new Reading.Document(
                        ref,
                        tree,
                        new CsvPlaces(header, first.number(), ref),
                        fingerprint(List.copyOf(rows)),
                        List.of(),
                        Map.of("columns", header.columns())));
        rows.clear();
        trees.clear();
        group = null;
    }

    private static Fingerprint fingerprint(List<Row> rows) {
        return digest -> rows.forEach(row -> row.fingerprint().addTo(digest));
    }

    private Map<String, Object> tree(Row row) {
        var tree = new LinkedHashMap<String, Object>();
        for (int i = 0; i < header.columns().size() && i < row.fields().size(); i++) {
            String value = row.fields().get(i);
            if (!value.isEmpty()) {
                tree.put(header.columns().get(i), value);
            }
        }
        return tree;
    }

    private Optional<Failure> problem(Row row) {
        if (row.unclosed()) {
            return Optional.of(
                    Failure.dataQuality(
                            "unclosed_quote",
                            row.ref(),
                            "A quote is opened in this row that nothing closes.",
                            "Double the quotes inside a quoted field (RFC 4180)."));
        }
        if (mayHoldInvalidBytes) {
            for (int i = 0; i < row.fields().size(); i++) {
                int kept = Utf8.firstKept(row.fields().get(i));
                if (kept >= 0) {
                    return Optional.of(notUtf8(row, i, kept));
                }
            }
        }
        if (headerProblem.isPresent()) {
            return headerProblem;
        }
        return fits(row) ? Optional.empty() : Optional.of(wrongCount(row));
    }

    /** Trailing delimiters, of the header or of the row, part nothing from nothing. */
    private boolean fits(Row row) {
        int columns = header.columns().size();
        if (row.fieldCount() <= columns) {
            return row.fieldCount() >= header.named();
        }
        return row.fieldCount() == row.fields().size()
                && row.fields().subList(columns, row.fieldCount()).stream()
                        .allMatch(String::isEmpty);
    }

    private Failure wrongCount(Row row) {
        return Failure.dataQuality(
                "column_count_mismatch",
                row.ref(),
                "The row has %d fields, the header %d columns."
                        .formatted(row.fieldCount(), header.columns().size()),
                "Quote fields that hold the delimiter or a line break (RFC 4180).");
    }

    private Failure notUtf8(Row row, int field, int at) {
        String column =
                field < header.told().size()
                        ? "column \"" + header.told().get(field) + "\""
                        : "field " + (field + 1);
        return Failure.dataQuality(
                "invalid_utf8",
                row.ref() + " " + column,
                "Byte 0x%02X at character %d is no UTF-8; the file may be in windows-1252."
                        .formatted(Utf8.invalidByte(row.fields().get(field), at), at + 1),
                "Export as UTF-8, then send it again.");
    }
}
