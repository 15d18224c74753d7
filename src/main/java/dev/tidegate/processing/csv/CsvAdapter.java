package dev.tidegate.processing.csv;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Adapter;
import dev.tidegate.processing.document.Bytes;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Fingerprint;
import dev.tidegate.processing.document.Locator;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.document.TextBytes;
import dev.tidegate.processing.document.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Delimited text: comma, semicolon, tab or bar, found from the header row; UTF-8 with or without a
 * byte-order mark, or UTF-16 with one. Rows are numbered as a spreadsheet shows them: the header is
 * row 1, and a chunk of a larger file goes on from the rows before it. Parameters: {@code columns}
 * names the columns of a file without a header row, parted as the file is; {@code group_by} and
 * {@code row_key} say which rows make one document (see {@link Grouping}).
 */
public final class CsvAdapter implements Adapter {
    private static final String WHOLE = "row:1";
    private static final int NULS_LOOKED_FOR = 512;
    private final NormaliserSettings settings;

    public CsvAdapter(NormaliserSettings settings) {
        this.settings = settings;
    }

    @Override
    public void read(RawMessage message, SourceDefinition source, Consumer<Reading> out) {
        byte[] bytes = message.bytes();
        var binary = Bytes.notText(bytes);
        if (Bytes.isBlank(bytes, Bytes.afterMark(bytes))) {
            refuse(bytes, Bytes.emptyFailure(), out);
        } else if (binary.isPresent()) {
            refuse(bytes, Bytes.notTextFailure(binary.get(), "delimited text"), out);
        } else if (Bytes.utf16(bytes).isEmpty() && isMostlyNul(bytes)) {
            refuse(bytes, Bytes.notTextFailure("full of NUL bytes", "delimited text"), out);
        } else {
            readText(message, source, text(bytes), out);
        }
    }

    private void readText(
            RawMessage message, SourceDefinition source, String text, Consumer<Reading> out) {
        byte[] bytes = message.bytes();
        var file =
                new CsvFile(
                        settings.columnsMax(),
                        Utf8.firstInvalid(bytes, 0, bytes.length) >= 0,
                        Grouping.of(source.parameters()),
                        out);
        String header = header(message, source);
        char delimiter = Delimiter.sniff(header.isEmpty() ? text : header);
        if (!header.isEmpty()) {
            rows(delimiter).read(header, 0, file::add);
        }
        rows(delimiter).read(text, message.recordsBefore(), file::add);
        if (!file.finish()) {
            refuse(bytes, Bytes.emptyFailure(), out);
        }
    }

    @Override
    public Locator locator(RawMessage message, SourceDefinition source) {
        byte[] bytes = message.bytes();
        var utf16 = Bytes.utf16(bytes);
        String text = text(bytes);
        String header = header(message, source);
        return new CsvLocator(
                new TextBytes(
                        text,
                        bytes.length,
                        utf16.isPresent() ? 2 : Bytes.afterMark(bytes),
                        utf16.orElse(StandardCharsets.UTF_8)),
                Delimiter.sniff(header.isEmpty() ? text : header),
                message.recordsBefore());
    }

    /** The row that names the columns, where it doesn't stand in the message itself. */
    private static String header(RawMessage message, SourceDefinition source) {
        String columns = source.parameters().getOrDefault("columns", "");
        return columns.isBlank() ? text(message.preamble()) : columns;
    }

    private RowReader rows(char delimiter) {
        return new RowReader(delimiter, settings.columnsMax() + 1);
    }

    private static String text(byte[] bytes) {
        var utf16 = Bytes.utf16(bytes);
        return utf16.isPresent()
                ? new String(bytes, 2, bytes.length - 2, utf16.get())
                : Utf8.decodeKeeping(bytes, Bytes.afterMark(bytes), bytes.length);
    }

    private static boolean isMostlyNul(byte[] bytes) {
        int nuls = 0;
        int looked = Math.min(bytes.length, NULS_LOOKED_FOR);
        for (int i = 0; i < looked; i++) {
            nuls += bytes[i] == 0 ? 1 : 0;
        }
        return nuls * 10 > looked;
    }

    private static void refuse(byte[] bytes, Failure failure, Consumer<Reading> out) {
        out.accept(new Reading.Unreadable(WHOLE, failure, Fingerprint.of(bytes)));
    }
}
