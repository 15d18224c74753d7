package dev.tidegate.processing.csv;

import dev.tidegate.processing.document.Places;
import java.util.List;
import java.util.Optional;

/** Places in a document of one or more rows: {@code row:17 column "quantity"}. */
record CsvPlaces(Header header, long firstRow, String ref) implements Places {
    @Override
    public String at(List<Object> path) {
        return path.isEmpty() ? ref : cell(row(path), path.getLast()).orElse(ref);
    }

    @Override
    public Optional<String> likely(List<Object> canonicalPath) {
        return cell(row(canonicalPath), canonicalPath.getLast());
    }

    /** In a document's rows as in a body's lines the n-th stands in the n-th row. */
    long row(List<Object> path) {
        return path.size() > 1 && path.get(1) instanceof Integer index
                ? firstRow + index
                : firstRow;
    }

    private Optional<String> cell(long row, Object column) {
        var position = header.positions().get(column.toString());
        return position == null
                ? Optional.empty()
                : Optional.of("row:%d column \"%s\"".formatted(row, header.told().get(position)));
    }
}
