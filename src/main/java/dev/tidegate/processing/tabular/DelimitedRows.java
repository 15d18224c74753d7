package dev.tidegate.processing.tabular;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.tidegate.processing.document.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Splits a text into rows (RFC 4180, read leniently). A quote that nothing closes would swallow the
 * rest of the file: then only the line where its row begins is broken, and reading goes on behind.
 */
final class DelimitedRows {
    private static final int BUFFER_MIN = 8_192;
    private final char delimiter;
    private final int fieldsKeptMax;

    DelimitedRows(char delimiter, int fieldsKeptMax) {
        this.delimiter = delimiter;
        this.fieldsKeptMax = fieldsKeptMax;
    }

    /**
     * @param rowsBefore number of the row before the first
     */
    void read(String text, long rowsBefore, Consumer<Row> out) {
        int from = 0;
        long number = rowsBefore;
        while (from < text.length()) {
            var rest = from == 0 ? text : text.substring(from);
            var rows = new Rows(number);
            try (var reader = reader(rest, rows)) {
                reader.forEach(out);
                return;
            } catch (CsvParseException _) {
                int begin = startOfLine(rest, rows.line);
                int end = endOfLine(rest, begin);
                number = rows.number;
                out.accept(unclosed(number, rest.substring(begin, end).strip()));
                from += end;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Row unclosed(long number, String line) {
        var problem =
                Failure.dataQuality(
                        "unclosed_quote",
                        RowNames.OF_TEXT.row(number),
                        "A quote is opened in this row that nothing closes.",
                        "Double the quotes inside a quoted field (RFC 4180).");
        return new Row(number, List.of(line), 1, Optional.of(problem));
    }

    private CsvReader<Row> reader(String text, Rows rows) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(Math.max(BUFFER_MIN, text.length() + 1))
                .build(rows, text);
    }

    private static int startOfLine(String text, long line) {
        int at = 0;
        for (long passed = 1; passed < line; passed++) {
            at = endOfLine(text, at);
        }
        return at;
    }

    /** The index behind the end of the line that {@code from} stands in. */
    private static int endOfLine(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return i + 1;
            }
            if (c == '\r') {
                return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
            }
        }
        return text.length();
    }

    /** Builds rows, and remembers where the last one began. */
    private final class Rows extends AbstractBaseCsvCallbackHandler<Row> {
        private long number;
        private long line = 1;
        private List<String> fields = new ArrayList<>();
        private int fieldCount;

        Rows(long rowsBefore) {
            number = rowsBefore;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
            number++;
            fields = new ArrayList<>(fieldCount);
            fieldCount = 0;
        }

        @Override
        protected void handleField(
                int index, char[] buffer, int offset, int length, boolean quoted) {
            fieldCount++;
            if (fields.size() < fieldsKeptMax) {
                fields.add(new String(buffer, offset, length).strip());
            }
        }

        @Override
        protected Row buildRecord() {
            return new Row(number, fields, fieldCount, Optional.empty());
        }
    }
}
