package dev.tidegate.processing.tabular;

import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Fingerprint;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.document.Utf8;
import dev.tidegate.processing.tabular.Grouping.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows to documents. A document's tree is its first row by column name, without the empty cells;
 * one of several rows has them all in {@code rows}.
 */
final class RowDocuments {
    private final Header header;
    private final Optional<Failure> headerProblem;
    private final TableForm form;
    private final List<Row> rows = new ArrayList<>();
    private final List<Map<String, Object>> trees = new ArrayList<>();
    private @Nullable Group group;

    RowDocuments(Header header, Optional<Failure> headerProblem, TableForm form) {
        this.header = header;
        this.headerProblem = headerProblem;
        this.form = form;
    }

    void add(Row row) {
        if (row.isBlank()) {
            return; // a line that a person left empty
        }
        var problem = problem(row);
        if (problem.isPresent()) {
            finish();
            form.out()
                    .accept(
                            new Reading.Unreadable(
                                    form.names().row(row.number()),
                                    problem.get(),
                                    row.fingerprint()));
            return;
        }
        var tree = tree(row);
        var itsGroup = form.grouping().group(tree).orElse(null);
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
        var places = new RowPlaces(form.names(), header, rows.stream().map(Row::number).toList());
        form.out()
                .accept(
                        new Reading.Document(
                                places.ref(),
                                document(),
                                places,
                                fingerprint(List.copyOf(rows)),
                                List.of(),
                                variables()));
        rows.clear();
        trees.clear();
        group = null;
    }

    private Map<String, Object> document() {
        var tree = new LinkedHashMap<>(trees.getFirst());
        if (rows.size() > 1) {
            tree.put("rows", List.copyOf(trees));
        }
        return tree;
    }

    private Map<String, Object> variables() {
        var variables = new LinkedHashMap<String, Object>(form.variables());
        variables.put("columns", header.columns());
        return variables;
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
        return row.problem()
                .or(() -> badByte(row))
                .or(() -> headerProblem)
                .or(() -> fits(row) ? Optional.empty() : Optional.of(wrongCount(row)));
    }

    private Optional<Failure> badByte(Row row) {
        if (!form.decoding().mayHoldBadBytes()) {
            return Optional.empty();
        }
        for (int i = 0; i < row.fields().size(); i++) {
            String field = row.fields().get(i);
            int kept = Utf8.firstKept(field);
            if (kept >= 0) {
                String told = i < header.told().size() ? header.told().get(i) : "";
                String place = form.names().cell(row.number(), i, told);
                return Optional.of(form.decoding().badByte(place, field, kept));
            }
        }
        return Optional.empty();
    }

    /** Trailing delimiters, of the header or of the row, part nothing from nothing. */
    private boolean fits(Row row) {
        int columns = header.columns().size();
        if (row.fieldCount() <= columns) {
            return form.endsEarly() || row.fieldCount() >= header.named();
        }
        return row.fieldCount() == row.fields().size()
                && row.fields().subList(columns, row.fieldCount()).stream()
                        .allMatch(String::isEmpty);
    }

    private Failure wrongCount(Row row) {
        return Failure.dataQuality(
                "column_count_mismatch",
                form.names().row(row.number()),
                "The row has %d fields, the header %d columns."
                        .formatted(row.fieldCount(), header.columns().size()),
                "Quote fields that hold the delimiter or a line break (RFC 4180).");
    }
}
