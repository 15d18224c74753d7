package dev.tidegate.processing.tabular;

import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Numbers;
import dev.tidegate.processing.document.Times;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The columns of a file.
 *
 * @param columns as mappings call them: lower case, one underscore for all that is no letter or
 *     digit; empty for a column without a name
 * @param told as the file writes them
 * @param positions of columns by name
 */
record Header(List<String> columns, List<String> told, Map<String, Integer> positions) {
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern EDGES = Pattern.compile("^_|_$");

    static Header of(List<String> told) {
        var columns = new ArrayList<String>(told.size());
        var positions = new HashMap<String, Integer>();
        for (String name : told) {
            String column = name(name);
            positions.putIfAbsent(column, columns.size());
            columns.add(column);
        }
        return new Header(columns, told, positions);
    }

    private static String name(String told) {
        String parted = OTHER.matcher(told.toLowerCase(Locale.ROOT)).replaceAll("_");
        return EDGES.matcher(parted).replaceAll("");
    }

    /**
     * Why rows can't be read under this header.
     *
     * @param row in which it stands
     */
    Optional<Failure> problem(TableForm form, long row) {
        if (told.size() > form.columnsMax()) {
            return Optional.of(
                    Failure.schemaDrift(
                            "too_many_columns",
                            form.names().row(row),
                            "The header has more than " + form.columnsMax() + " columns.",
                            "Export only the columns of the template."));
        }
        return told.stream()
                .filter(Header::isValue)
                .findFirst()
                .map(value -> noHeader(form.names().row(row), value))
                .or(() -> duplicate(form.names(), row));
    }

    /** Whether the row is one of data: names of columns are no numbers or times. */
    boolean isData() {
        return told.stream().anyMatch(Header::isValue);
    }

    /** Columns up to the last one that has a name. */
    int named() {
        int named = columns.size();
        while (named > 0 && columns.get(named - 1).isEmpty()) {
            named--;
        }
        return named;
    }

    private static boolean isValue(String name) {
        return Numbers.decimal(name) != null || Times.micros(name, ZoneOffset.UTC).isPresent();
    }

    private Optional<Failure> duplicate(RowNames names, long row) {
        var seen = new HashSet<String>();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isEmpty() && !seen.add(columns.get(i))) {
                return Optional.of(
                        Failure.schemaDrift(
                                "duplicate_column",
                                names.cell(row, i, told.get(i)),
                                "The column is told twice, so nobody knows which one counts.",
                                "Name each column once."));
            }
        }
        return Optional.empty();
    }

    private static Failure noHeader(String place, String value) {
        return Failure.schemaDrift(
                "missing_header",
                place,
                "The first row should name the columns, but \"%s\" is a value.".formatted(value),
                "Export with a header row, or name the columns in the source's parameter columns.");
    }
}
