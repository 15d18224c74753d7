package dev.tidegate.processing.csv;

import dev.tidegate.processing.document.Reading;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of one file as they come: the first names the columns, the others are read by them. */
final class CsvFile {
    private final int columnsMax;
    private final boolean mayHoldInvalidBytes;
    private final Grouping grouping;
    private final Consumer<Reading> out;
    private @Nullable CsvDocuments documents;
    private boolean any;

    CsvFile(int columnsMax, boolean mayHoldInvalidBytes, Grouping grouping, Consumer<Reading> out) {
        this.columnsMax = columnsMax;
        this.mayHoldInvalidBytes = mayHoldInvalidBytes;
        this.grouping = grouping;
        this.out =
                reading -> {
                    any = true;
                    out.accept(reading);
                };
    }

    void add(Row row) {
        if (documents != null) {
            documents.add(row);
        } else if (!row.isBlank()) {
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

    private CsvDocuments under(Row row) {
        var header = Header.of(row.fields());
        var problem = header.problem(columnsMax);
        if (header.isData()) {
            // What should name the columns is a row like the others, and must not get lost.
            problem.ifPresent(
                    failure ->
                            out.accept(
                                    new Reading.Unreadable(row.ref(), failure, row.fingerprint())));
        }
        return new CsvDocuments(header, problem, mayHoldInvalidBytes, grouping, out);
    }
}
