package dev.tidegate.processing.workbook;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * The sheets of a workbook (ECMA-376, strict and transitional) and their rows. What a row's cells
 * hold comes as text, as an export to CSV would write it: numbers with a point, dates in ISO 8601.
 */
public final class Workbook implements AutoCloseable {
    private static final int NAME_LENGTH_MAX = 255;
    private final Archive archive;
    private final WorkbookSettings limits;
    private final List<Sheet> sheets = new ArrayList<>();
    private final CellValues values;
    private SerialDates dates = SerialDates.SINCE_1900;

    private record Sheet(SheetName name, String part, boolean hidden) {}

    /**
     * @param decimalMark with which numbers are written
     * @throws WorkbookRefused where the bytes are no workbook, or one beyond a limit
     */
    public static Workbook of(byte[] bytes, WorkbookSettings limits, char decimalMark) {
        var archive = Archive.of(bytes, limits);
        try {
            return new Workbook(archive, limits, decimalMark);
        } catch (WorkbookRefused refused) {
            archive.close();
            throw refused;
        }
    }

    private Workbook(Archive archive, WorkbookSettings limits, char decimalMark) {
        this.archive = archive;
        this.limits = limits;
        String part =
                Relations.of(archive, "")
                        .partOf("officeDocument")
                        .filter(archive::has)
                        .filter(name -> !name.endsWith(".bin"))
                        .orElse("xl/workbook.xml");
        if (!archive.has(part)) {
            throw WorkbookRefused.unsupported(archive.otherKind());
        }
        var relations = Relations.of(archive, part);
        read(new Markup(opened(part), () -> Archive.WHOLE), relations);
        var strings = SharedStrings.of(archive, relations.partOf("sharedStrings"), limits);
        var formats = DateFormats.of(archive, relations.partOf("styles"), limits);
        this.values = new CellValues(strings, formats, dates, decimalMark);
    }

    private InputStream opened(String part) {
        return archive.open(part)
                .orElseThrow(
                        () ->
                                WorkbookRefused.malformed(
                                        Archive.WHOLE, "The part " + part + " isn't there."));
    }

    private void read(Markup in, Relations relations) {
        for (var event = in.next(); event != Markup.Event.DONE; event = in.next()) {
            if (event == Markup.Event.BEGIN && in.is("workbookPr")) {
                String told = in.attribute("date1904");
                dates =
                        told.equals("1") || told.equals("true")
                                ? SerialDates.SINCE_1904
                                : SerialDates.SINCE_1900;
            } else if (event == Markup.Event.BEGIN && in.is("sheet")) {
                sheet(in, relations);
            }
        }
    }

    /** Sheets of charts and macros have no rows. */
    private void sheet(Markup in, Relations relations) {
        String name = in.attribute("name");
        if (sheets.size() >= limits.sheetsMax() || name.length() > NAME_LENGTH_MAX) {
            throw WorkbookRefused.limit(
                    Archive.WHOLE,
                    "It has more than " + limits.sheetsMax() + " sheets, or one without end.",
                    "workbook.sheets-max");
        }
        boolean hidden =
                !in.attribute("state").isEmpty() && !in.attribute("state").equals("visible");
        relations
                .byId(in.relation())
                .filter(relation -> relation.type().equals("worksheet"))
                .ifPresent(
                        relation ->
                                sheets.add(
                                        new Sheet(new SheetName(name), relation.part(), hidden)));
    }

    /**
     * Reads the sheets one after the other: all that are shown, or those named, hidden or not.
     * Everything is read through once before the first row is handed on, so that a workbook that is
     * broken at its end isn't read at all.
     *
     * @param columnsMax columns in which there may be a value
     */
    public void read(List<String> names, int columnsMax, BiConsumer<SheetName, SheetRow> out) {
        var wanted = wanted(names);
        readAll(wanted, columnsMax, (_, _) -> {});
        archive.countAnew();
        readAll(wanted, columnsMax, out);
    }

    /** The same without reading through it first: for looking at what may be broken. */
    public void look(List<String> names, int columnsMax, BiConsumer<SheetName, SheetRow> out) {
        readAll(wanted(names), columnsMax, out);
    }

    private List<Sheet> wanted(List<String> names) {
        if (names.isEmpty()) {
            return sheets.stream().filter(sheet -> !sheet.hidden()).toList();
        }
        var wanted = new ArrayList<Sheet>();
        for (String name : names) {
            wanted.add(
                    sheets.stream()
                            .filter(sheet -> sheet.name().value().equalsIgnoreCase(name))
                            .findFirst()
                            .orElseThrow(() -> WorkbookRefused.missingSheet(name, present())));
        }
        return wanted;
    }

    private String present() {
        return sheets.stream().map(sheet -> sheet.name().value()).collect(Collectors.joining(", "));
    }

    private void readAll(List<Sheet> wanted, int columnsMax, BiConsumer<SheetName, SheetRow> out) {
        var cells = new Cells();
        for (Sheet sheet : wanted) {
            var reader = new SheetReader(sheet.name(), values, limits, columnsMax, cells);
            reader.read(
                    new Markup(opened(sheet.part()), reader::place),
                    row -> out.accept(sheet.name(), row));
        }
    }

    @Override
    public void close() {
        archive.close();
    }

    /** Counts the cells of all sheets. */
    private final class Cells implements IntConsumer {
        private long count;

        @Override
        public void accept(int more) {
            count += more;
            if (count > limits.cellsMax()) {
                throw WorkbookRefused.limit(
                        "",
                        "The workbook has more than " + limits.cellsMax() + " cells.",
                        "workbook.cells-max");
            }
        }
    }
}
