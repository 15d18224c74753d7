package dev.tidegate.processing.suggestion;

import dev.tidegate.governance.source.SourceDefinition.Adapter;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.tabular.TabularAdapter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns of a table. */
final class TableSample {
    private static final int HEADER_ROW_MAX = 10;

    private final TabularAdapter tables;
    private final SuggestionSettings settings;

    TableSample(NormaliserSettings limits, SuggestionSettings settings) {
        this.tables = new TabularAdapter(limits);
        this.settings = settings;
    }

    /** What one way of reading it gave. */
    private static final class Attempt {
        private final List<Map<String, Object>> rows = new ArrayList<>();
        private List<?> columns = List.of();
        private @Nullable Object sheet;
        private @Nullable Failure failure;
        private int read;
        private boolean otherSheets;

        /** Rows of one sheet: each has columns of its own. */
        private void add(Reading reading, int rowsMax) {
            switch (reading) {
                case Reading.Unreadable(_, var why, _) -> failure = failure == null ? why : failure;
                case Reading.Document document -> {
                    var itsSheet = document.variables().getOrDefault("sheet", "");
                    sheet = sheet == null ? itsSheet : sheet;
                    otherSheets |= !sheet.equals(itsSheet);
                    if (sheet.equals(itsSheet) && ++read <= rowsMax) {
                        rows.add(document.tree());
                        columns = (List<?>) document.variables().getOrDefault("columns", columns);
                    }
                }
            }
        }

        private boolean isLikely() {
            return read > 0 && columns.stream().filter(name -> !name.equals("")).count() > 1;
        }
    }

    Sample read(Adapter adapter, byte[] bytes, Map<String, String> parameters) {
        var notes = new ArrayList<String>();
        var told = new LinkedHashMap<>(parameters);
        var attempt = attempt(adapter, bytes, told);
        if (!attempt.isLikely() && !parameters.containsKey("header_row")) {
            attempt = below(adapter, bytes, told, attempt, notes);
        }
        if (attempt.rows.isEmpty()) {
            throw SuggestionProblems.unreadable(
                            Objects.requireNonNull(attempt.failure, "no row and no failure"))
                    .asException();
        }
        note(attempt, told, notes);
        var columns = columns(attempt);
        return new Sample(
                adapter.name().toLowerCase(Locale.ROOT),
                told,
                "",
                columns,
                columns,
                Sample.TABLE_LINES,
                attempt.rows,
                attempt.read,
                notes);
    }

    /** Exports for people have a title above the columns' names. */
    private Attempt below(
            Adapter adapter,
            byte[] bytes,
            Map<String, String> parameters,
            Attempt first,
            List<String> notes) {
        for (int row = 2; row <= HEADER_ROW_MAX; row++) {
            var tried = new LinkedHashMap<>(parameters);
            tried.put("header_row", Integer.toString(row));
            var attempt = attempt(adapter, bytes, tried);
            if (attempt.isLikely()) {
                int its = lastWith(adapter, bytes, tried, attempt, row);
                parameters.put("header_row", Integer.toString(its));
                notes.add("Row " + its + " names the columns; what stands above it is passed.");
                return attempt;
            }
        }
        return first;
    }

    /** Blank rows above the names are passed as well: the last row that leads to the same names. */
    private int lastWith(
            Adapter adapter, byte[] bytes, Map<String, String> parameters, Attempt found, int row) {
        int last = row;
        while (last < HEADER_ROW_MAX) {
            parameters.put("header_row", Integer.toString(last + 1));
            if (!attempt(adapter, bytes, parameters).columns.equals(found.columns)) {
                break;
            }
            last++;
        }
        return last;
    }

    private Attempt attempt(Adapter adapter, byte[] bytes, Map<String, String> parameters) {
        var alone = new LinkedHashMap<>(parameters);
        alone.put("group_by", "");
        alone.put("row_key", "");
        var source = Samples.source(adapter, alone);
        var attempt = new Attempt();
        tables.read(
                Samples.message(source, "", bytes),
                source,
                reading -> attempt.add(reading, settings.rowsMax()));
        return attempt;
    }

    private static void note(Attempt attempt, Map<String, String> parameters, List<String> notes) {
        if (attempt.otherSheets) {
            parameters.putIfAbsent("sheets", String.valueOf(attempt.sheet));
            notes.add("Only the sheet \"" + attempt.sheet + "\" is read: its parameter is sheets.");
        }
        if (parameters.containsKey("encoding")) {
            notes.add("Its bytes are no UTF-8; read as " + parameters.get("encoding") + ".");
        }
        if (attempt.failure != null) {
            notes.add(
                    "Not every row can be read, first at %s: %s"
                            .formatted(attempt.failure.place(), attempt.failure.reason()));
        }
    }

    private List<Column> columns(Attempt attempt) {
        return attempt.columns.stream()
                .map(Object::toString)
                .filter(name -> !name.isEmpty())
                .limit(settings.columnsMax())
                .map(
                        name ->
                                new Column(
                                        name,
                                        Column.step(name),
                                        attempt.rows.stream()
                                                .filter(row -> row.containsKey(name))
                                                .map(row -> String.valueOf(row.get(name)))
                                                .toList(),
                                        false))
                .toList();
    }
}
