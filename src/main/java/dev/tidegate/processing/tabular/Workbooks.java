package dev.tidegate.processing.tabular;

import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.workbook.SheetName;
import dev.tidegate.processing.workbook.SheetRow;
import dev.tidegate.processing.workbook.Workbook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tables of a workbook: each sheet is one. */
final class Workbooks {
    private final NormaliserSettings settings;
    private final SourceDefinition source;
    private final Consumer<Reading> out;
    private @Nullable SheetName sheet;
    private @Nullable Table table;
    private boolean any;

    Workbooks(NormaliserSettings settings, SourceDefinition source, Consumer<Reading> out) {
        this.settings = settings;
        this.source = source;
        this.out = out;
    }

    /**
     * Whether there was a row of data.
     *
     * @throws dev.tidegate.processing.workbook.WorkbookRefused before a row is handed on
     */
    boolean read(byte[] bytes) {
        try (var workbook =
                Workbook.of(
                        bytes, settings.workbook(), Parameters.decimalMark(source.parameters()))) {
            workbook.read(
                    Parameters.names(source.parameters(), "sheets"),
                    settings.columnsMax(),
                    this::add);
        }
        finish();
        return any;
    }

    private void add(SheetName name, SheetRow row) {
        if (table == null || !name.equals(sheet)) {
            finish();
            sheet = name;
            table = new Table(form(name));
        }
        table.add(row(RowNames.of(name), row));
    }

    private void finish() {
        if (table != null) {
            any |= table.finish();
        }
    }

    private TableForm form(SheetName name) {
        return new TableForm(
                RowNames.of(name),
                settings.columnsMax(),
                Parameters.headerRow(source.parameters()),
                true,
                Decoding.NONE,
                Grouping.of(source.parameters()),
                Map.of("sheet", name.value()),
                out);
    }

    private static Row row(RowNames names, SheetRow row) {
        Optional<Failure> problem =
                row.flaw()
                        .map(
                                flaw ->
                                        Failure.dataQuality(
                                                flaw.code(),
                                                names.cell(row.number(), flaw.column(), ""),
                                                flaw.reason(),
                                                flaw.nextStep()));
        return new Row(row.number(), List.copyOf(row.cells()), row.cells().size(), problem);
    }
}
