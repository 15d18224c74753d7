package dev.tidegate.ingestion.body;

import java.util.Arrays;

/**
 * What one row says of its belonging, gathered byte by byte. Values are compared by a hash without
 * blanks and quotes: two that collide are kept together, which does no harm.
 */
final class CsvRow {
    private static final long EMPTY = 0;

    private final CsvColumns columns;
    private final long[] groups;
    private int column;
    private long field = EMPTY;
    private boolean keyed;
    private boolean blank = true;

    CsvRow(CsvColumns columns) {
        this.columns = columns;
        this.groups = new long[columns.groups()];
    }

    void value(byte octet) {
        if (octet != ' ' && octet != '\t' && octet != '"') {
            field = (field + octet + 1) * 0x9E3779B97F4A7C15L | 1;
            blank = false;
        }
    }

    void endField() {
        int role = columns.role(column);
        if (role >= 0) {
            groups[role] = field;
        } else if (role == CsvColumns.ROW_KEY) {
            keyed |= field != EMPTY;
        }
        field = EMPTY;
        column++;
    }

    boolean isBlank() {
        return blank;
    }

    /** A name for the document that the row belongs to; 0 when it stands alone. */
    long group() {
        if (keyed) {
            return EMPTY;
        }
        for (int rank = 0; rank < groups.length; rank++) {
            if (groups[rank] != EMPTY) {
                return groups[rank] * 31 + rank;
            }
        }
        return EMPTY;
    }

    void clear() {
        Arrays.fill(groups, EMPTY);
        column = 0;
        field = EMPTY;
        keyed = false;
        blank = true;
    }
}
