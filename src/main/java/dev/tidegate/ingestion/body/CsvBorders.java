package dev.tidegate.ingestion.body;

import dev.tidegate.governance.source.SourceDefinition;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Borders of rows (RFC 4180: a line break within quotes ends no row) at which no document is
 * parted: the row before belongs to another order or shipment than the row after.
 */
final class CsvBorders implements Borders {
    private static final int HEADER_BYTES_MAX = 64 * 1024;
    private static final byte[] NOTHING = new byte[0];

    private enum State {
        FIELD_BEGINS,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED,
        ROW_ENDED
    }

    private final SourceDefinition source;
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private final boolean headerless;
    private @Nullable CsvColumns columns;
    private @Nullable CsvRow row;
    private State state = State.FIELD_BEGINS;
    private boolean afterCarriageReturn;
    private boolean uncut;
    private boolean headerQuoted;
    private boolean headerBlank = true;
    private long position;
    private long rows;
    private long rowBegins;
    private long groupBefore;
    private boolean anyRow;
    private long clean = NONE;
    private long rowsBeforeClean;
    private long any = NONE;
    private long rowsBeforeAny;

    CsvBorders(SourceDefinition source) {
        this.source = source;
        var told = source.parameters().getOrDefault("columns", "");
        this.headerless = !told.isBlank();
        if (headerless) {
            begin(told.getBytes(CsvColumns.charset(source.parameters())));
        }
    }

    private void begin(byte[] names) {
        columns = CsvColumns.of(names, source);
        row = new CsvRow(columns);
    }

    @Override
    public void scan(byte[] bytes, int from, int to) {
        uncut |= position == 0 && to - from >= 2 && isUncut(bytes[from], bytes[from + 1]);
        if (uncut) {
            position += to - from; // no byte of it is a row's end: it is not cut
            return;
        }
        for (int i = from; i < to; i++, position++) {
            byte octet = bytes[i];
            if (columns == null || row == null) {
                header(octet);
            } else {
                row(octet, columns.delimiter(), row);
            }
        }
    }

    /** By the first two bytes: a mark of UTF-16, a zip archive (a workbook), an old Office file. */
    private static boolean isUncut(byte first, byte second) {
        return switch ((first & 0xff) << 8 | second & 0xff) {
            case 0xFEFF, 0xFFFE, 'P' << 8 | 'K', 0xD0CF -> true;
            default -> false;
        };
    }

    /** A header that is longer than anyone writes never ends, and then nothing is cut. */
    private void header(byte octet) {
        if (header.size() == HEADER_BYTES_MAX) {
            return;
        }
        header.write(octet);
        headerQuoted ^= octet == '"';
        if (octet == '\n' && !headerQuoted) {
            rows++;
            if (headerBlank) {
                header.reset();
            } else {
                begin(header.toByteArray());
                state = State.ROW_ENDED;
            }
        } else if (octet > ' ' || octet < 0) {
            headerBlank = false;
        }
    }

    private void row(byte octet, byte delimiter, CsvRow current) {
        boolean secondOfBreak = afterCarriageReturn && octet == '\n';
        afterCarriageReturn = false;
        if (secondOfBreak) {
            return;
        }
        if (state == State.ROW_ENDED) {
            rowBegins = position;
            state = State.FIELD_BEGINS;
        }
        state =
                switch (state) {
                    case FIELD_BEGINS ->
                            octet == '"' ? State.QUOTED : plain(octet, delimiter, current);
                    case PLAIN -> plain(octet, delimiter, current);
                    case QUOTED -> quoted(octet, current);
                    case QUOTE_IN_QUOTED ->
                            octet == '"' ? State.QUOTED : plain(octet, delimiter, current);
                    case ROW_ENDED -> throw new IllegalStateException("left above");
                };
    }

    private State quoted(byte octet, CsvRow current) {
        if (octet == '"') {
            return State.QUOTE_IN_QUOTED;
        }
        current.value(octet);
        return State.QUOTED;
    }

    private State plain(byte octet, byte delimiter, CsvRow current) {
        if (octet == delimiter) {
            current.endField();
            return State.FIELD_BEGINS;
        }
        if (octet == '\n' || octet == '\r') {
            afterCarriageReturn = octet == '\r';
            current.endField();
            endRow(current);
            return State.ROW_ENDED;
        }
        current.value(octet);
        return State.PLAIN;
    }

    /** Only now is it known whether the row belongs to the one before. */
    private void endRow(CsvRow ended) {
        if (!ended.isBlank()) {
            long group = ended.group();
            if (anyRow) {
                any = rowBegins;
                rowsBeforeAny = rows;
                if (group == 0 || group != groupBefore) {
                    clean = rowBegins;
                    rowsBeforeClean = rows;
                }
            }
            groupBefore = group;
            anyRow = true;
        }
        rows++;
        ended.clear();
    }

    @Override
    public long clean() {
        return clean;
    }

    @Override
    public long recordsBeforeClean() {
        return rowsBeforeClean;
    }

    @Override
    public long any() {
        return any;
    }

    @Override
    public long recordsBeforeAny() {
        return rowsBeforeAny;
    }

    @Override
    public byte[] preamble() {
        return headerless ? NOTHING : header.toByteArray();
    }
}
