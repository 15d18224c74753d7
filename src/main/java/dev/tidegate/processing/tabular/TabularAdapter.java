package dev.tidegate.processing.tabular;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.Adapter;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Bytes;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Fingerprint;
import dev.tidegate.processing.document.Locator;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.document.TextBytes;
import dev.tidegate.processing.workbook.WorkbookRefused;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tables: delimited text, fixed width, workbooks. Which of them a message is, its bytes say before
 * the source does, because a workbook gets called .csv and a CSV file .xlsx. All give the same rows
 * to the same mapping. Rows are numbered as a spreadsheet shows them: the header is row 1, and a
 * chunk of a larger file goes on from the rows before it. Which parameters a source may have is
 * told in docs/reference/tabular.md.
 */
public final class TabularAdapter implements dev.tidegate.processing.document.Adapter {
    private static final String WHOLE_TEXT = "row:1";
    private static final String WHOLE_WORKBOOK = "workbook";
    private static final int NULS_LOOKED_FOR = 512;
    private final NormaliserSettings settings;

    public TabularAdapter(NormaliserSettings settings) {
        this.settings = settings;
    }

    @Override
    public void read(RawMessage message, SourceDefinition source, Consumer<Reading> out) {
        byte[] bytes = message.bytes();
        try {
            if (Bytes.isZip(bytes)) {
                readWorkbook(bytes, source, out);
            } else {
                readText(message, source, out);
            }
        } catch (BadParameter e) {
            refuse(bytes, WHOLE_TEXT, e.failure(), out);
        } catch (WorkbookRefused refused) {
            refuse(bytes, WHOLE_WORKBOOK, refused.failure(), out);
        }
    }

    /** Of delimited text; a workbook's cells and fixed columns are told in words. */
    @Override
    public Locator locator(RawMessage message, SourceDefinition source) {
        byte[] bytes = message.bytes();
        boolean delimited = source.adapter() == Adapter.CSV || source.adapter() == Adapter.TSV;
        if (!delimited || Bytes.isZip(bytes)) {
            return Locator.NONE;
        }
        try {
            var decoding = Decoding.of(bytes, Decoding.told(source.parameters()));
            return decoding.mayHoldBadBytes()
                    ? Locator.NONE
                    : cells(message, source, decoding.textBytes(bytes));
        } catch (BadParameter e) {
            return Locator.NONE; // its reading says why
        }
    }

    private static Locator cells(RawMessage message, SourceDefinition source, TextBytes text) {
        String columns = source.parameters().getOrDefault("columns", "");
        String preamble = new String(message.preamble(), StandardCharsets.UTF_8);
        String header = columns.isBlank() ? preamble : columns;
        char delimiter =
                source.adapter() == Adapter.TSV
                        ? '\t'
                        : Delimiter.sniff(header.isEmpty() ? text.text() : header);
        return new CsvLocator(text, delimiter, message.recordsBefore());
    }

    private void readWorkbook(byte[] bytes, SourceDefinition source, Consumer<Reading> out) {
        if (!new Workbooks(settings, source, out).read(bytes)) {
            refuse(bytes, WHOLE_WORKBOOK, Bytes.emptyFailure(), out);
        }
    }

    private void readText(RawMessage message, SourceDefinition source, Consumer<Reading> out) {
        byte[] bytes = message.bytes();
        var binary = Bytes.notText(bytes);
        if (Bytes.isBlank(bytes, Bytes.afterMark(bytes))) {
            refuse(bytes, WHOLE_TEXT, Bytes.emptyFailure(), out);
        } else if (Bytes.isOldOffice(bytes)) {
            var failure =
                    WorkbookRefused.unsupportedType(
                            "an old Office document (.xls), or an encrypted workbook");
            refuse(bytes, WHOLE_WORKBOOK, failure, out);
        } else if (binary.isPresent()) {
            refuse(bytes, WHOLE_TEXT, Bytes.notTextFailure(binary.get(), "table"), out);
        } else if (Bytes.utf16(bytes).isEmpty() && isMostlyNul(bytes)) {
            refuse(bytes, WHOLE_TEXT, Bytes.notTextFailure("full of NUL bytes", "table"), out);
        } else if (!readRows(message, source, out)) {
            refuse(bytes, WHOLE_TEXT, Bytes.emptyFailure(), out);
        }
    }

    /** Whether there was a row of data. */
    private boolean readRows(RawMessage message, SourceDefinition source, Consumer<Reading> out) {
        var decoding = Decoding.of(message.bytes(), Decoding.told(source.parameters()));
        var form = form(source, decoding, out);
        return source.adapter() == Adapter.FIXED_WIDTH
                ? readFixed(message, source, form)
                : readDelimited(message, source, form);
    }

    private TableForm form(SourceDefinition source, Decoding decoding, Consumer<Reading> out) {
        return new TableForm(
                RowNames.OF_TEXT,
                settings.columnsMax(),
                Parameters.headerRow(source.parameters()),
                false,
                decoding,
                Grouping.of(source.parameters()),
                Map.of(),
                out);
    }

    private boolean readFixed(RawMessage message, SourceDefinition source, TableForm form) {
        var parameters = source.parameters();
        var layout = FixedLayout.of(parameters.getOrDefault("layout", ""), settings.columnsMax());
        var table = new Table(form, layout.header());
        new FixedRows(layout, Parameters.decimalMark(parameters), form.headerRow())
                .read(form.decoding().text(message.bytes()), message.recordsBefore(), table::add);
        return table.finish();
    }

    private boolean readDelimited(RawMessage message, SourceDefinition source, TableForm form) {
        var table = new Table(form);
        String text = form.decoding().text(message.bytes());
        String header = header(message, source, form);
        char delimiter =
                source.adapter() == Adapter.TSV
                        ? '\t'
                        : Delimiter.sniff(header.isEmpty() ? text : header);
        var rows = new DelimitedRows(delimiter, settings.columnsMax() + 1);
        if (!header.isEmpty()) {
            rows.read(header, 0, table::add);
        }
        rows.read(text, message.recordsBefore(), table::add);
        return table.finish();
    }

    /** The row that names the columns, where it doesn't stand in the message itself. */
    private static String header(RawMessage message, SourceDefinition source, TableForm form) {
        String columns = source.parameters().getOrDefault("columns", "");
        return columns.isBlank() ? form.decoding().text(message.preamble()) : columns;
    }

    private static boolean isMostlyNul(byte[] bytes) {
        int nuls = 0;
        int looked = Math.min(bytes.length, NULS_LOOKED_FOR);
        for (int i = 0; i < looked; i++) {
            nuls += bytes[i] == 0 ? 1 : 0;
        }
        return nuls * 10 > looked;
    }

    private static void refuse(byte[] bytes, String ref, Failure failure, Consumer<Reading> out) {
        out.accept(new Reading.Unreadable(ref, failure, Fingerprint.of(bytes)));
    }
}
