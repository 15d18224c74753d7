package dev.tidegate.processing.workbook;

import dev.tidegate.processing.workbook.CellValues.Cell;
import dev.tidegate.processing.workbook.CellValues.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet as they come. */
final class SheetReader {
    private final SheetName sheet;
    private final CellValues values;
    private final int columnsMax;
    private final IntConsumer counted;
    private final Texts text;
    private List<String> cells = new ArrayList<>();
    private SheetRow.@Nullable Flaw flaw;
    private int row;
    private int column;
    private String type = "";
    private String style = "";
    private boolean formula;
    private boolean inValue;

    /**
     * @param columnsMax columns in which there may be a value
     * @param counted is told how wide each row is, and may refuse more
     */
    SheetReader(
            SheetName sheet,
            CellValues values,
            WorkbookSettings limits,
            int columnsMax,
            IntConsumer counted) {
        this.sheet = sheet;
        this.values = values;
        this.columnsMax = columnsMax;
        this.counted = counted;
        this.text = new Texts(limits.cellLengthMax());
    }

    String place() {
        return row == 0 ? sheet.told() : sheet.cell(Math.max(column, 0), row);
    }

    void read(Markup in, Consumer<SheetRow> out) {
        try {
            for (var event = in.next(); event != Markup.Event.DONE; event = in.next()) {
                switch (event) {
                    case BEGIN -> begin(in);
                    case TEXT -> text(in);
                    case END -> end(in, out);
                    case DONE -> {}
                }
            }
        } catch (WorkbookRefused refused) {
            throw refused.at(place());
        }
    }

    private void begin(Markup in) {
        if (in.is("row")) {
            beginRow(in.attribute("r"));
        } else if (in.is("c")) {
            beginCell(in);
        } else if (in.is("f")) {
            formula = true;
        } else if (in.is("v")) {
            inValue = true;
        } else {
            text.begin(in);
        }
    }

    private void text(Markup in) {
        if (inValue) {
            text.append(in.text());
        } else if (type.equals("inlineStr")) {
            text.add(in);
        }
    }

    private void end(Markup in, Consumer<SheetRow> out) {
        if (in.is("row")) {
            endRow(out);
        } else if (in.is("c")) {
            endCell();
        } else if (in.is("v")) {
            inValue = false;
        } else {
            text.end(in);
        }
    }

    private void beginRow(String told) {
        int number = told.isEmpty() ? row + 1 : CellAddress.of("A" + told).row();
        if (number <= row || number > CellAddress.ROWS_MAX) {
            throw WorkbookRefused.malformed(
                    place(), "The row after this one has the number \"" + cut(told) + "\".");
        }
        row = number;
        column = -1;
        cells = new ArrayList<>();
        flaw = null;
    }

    private void beginCell(Markup in) {
        String told = in.attribute("r");
        var address = told.isEmpty() ? new CellAddress(column + 1, row) : CellAddress.of(told);
        if (address.isNone() || address.row() != row || address.column() <= column) {
            throw WorkbookRefused.malformed(
                    place(), "The cell after this one has the address \"" + cut(told) + "\".");
        }
        column = address.column();
        type = in.attribute("t");
        style = in.attribute("s");
        formula = false;
    }

    private static String cut(String told) {
        return told.substring(0, Math.min(told.length(), 20));
    }

    private void endCell() {
        var cell = new Cell(column, type, style, formula, text.taken());
        type = "";
        switch (values.told(cell)) {
            case Told.Text(var value) when value.isEmpty() -> {}
            case Told.Text(var value) -> put(value.strip());
            case Told.Unusable(var its) -> {
                put(new StringBuilder(cell.value()).toString());
                flaw = flaw == null ? its : flaw;
            }
        }
    }

    private void put(String value) {
        if (column >= columnsMax) {
            throw WorkbookRefused.limit(
                    place(), "More than " + columnsMax + " columns have values.", "columns-max");
        }
        while (cells.size() < column) {
            cells.add("");
        }
        cells.add(value);
    }

    private void endRow(Consumer<SheetRow> out) {
        counted.accept(cells.size());
        if (!cells.isEmpty()) {
            out.accept(new SheetRow(row, List.copyOf(cells), Optional.ofNullable(flaw)));
        }
    }
}
