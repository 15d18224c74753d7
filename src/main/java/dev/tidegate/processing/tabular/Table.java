package dev.tidegate.processing.tabular;

import dev.tidegate.processing.document.Reading;
import org.jspecify.annotations.Nullable;

/** The rows of one table as they come: the first names the columns, the others are read by them. */
final class Table {
    private final TableForm form;
    private @Nullable RowDocuments documents;
    private boolean any;

    Table(TableForm form) {
        this.form =
                new TableForm(
                        form.names(),
                        form.columnsMax(),
                        form.headerRow(),
                        form.endsEarly(),
                        form.decoding(),
                        form.grouping(),
                        form.variables(),
                        reading -> {
                            any = true;
                            form.out().accept(reading);
                        });
    }

    /** A table whose columns are known, and whose rows begin behind its header row. */
    Table(TableForm form, Header header) {
        this(form);
        documents = new RowDocuments(header, header.problem(form, 1), this.form);
    }

    void add(Row row) {
        if (documents != null) {
            documents.add(row);
        } else if (!row.isBlank() && row.number() >= form.headerRow()) {
            documents = under(row);
        }
    }

    /** Whether there was a row of data, readable or not. */
    boolean finish() {
        if (documents != null) {
            documents.finish();
        }
        return any;
    }

    private RowDocuments under(Row row) {
        var header = Header.of(row.fields());
        var problem = row.problem().or(() -> header.problem(form, row.number()));
        if (header.isData()) {
            // What should name the columns is a row like the others, and must not get lost.
            problem.ifPresent(
                    failure ->
                            form.out()
                                    .accept(
                                            new Reading.Unreadable(
                                                    form.names().row(row.number()),
                                                    failure,
                                                    row.fingerprint())));
        }
        return new RowDocuments(header, problem, form);
    }
}
