package dev.tidegate.processing.tabular;

import dev.tidegate.processing.document.Places;
import java.util.List;
import java.util.Optional;

/**
 * Places in a document of one or more rows.
 *
 * @param numbers of its rows
 */
record RowPlaces(RowNames names, Header header, List<Long> numbers) implements Places {
    String ref() {
        return names.rows(numbers.getFirst(), numbers.getLast());
    }

    @Override
    public String at(List<Object> path) {
        return path.isEmpty() ? ref() : cell(row(path), path.getLast()).orElse(ref());
    }

    @Override
    public Optional<String> likely(List<Object> canonicalPath) {
        return cell(row(canonicalPath), canonicalPath.getLast());
    }

    /** In a document's rows as in a body's lines the n-th stands in the n-th row. */
    long row(List<Object> path) {
        int index = path.size() > 1 && path.get(1) instanceof Integer nth ? nth : 0;
        return numbers.get(Math.clamp(index, 0, numbers.size() - 1));
    }

    private Optional<String> cell(long row, Object column) {
        var position = header.positions().get(column.toString());
        return position == null
                ? Optional.empty()
                : Optional.of(names.cell(row, position, header.told().get(position)));
    }
}
