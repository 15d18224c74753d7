package dev.tidegate.ingestion.body;

/** Where a file may be cut, found byte by byte; positions count from the file's first byte. */
interface Borders {
    /** Nowhere yet. */
    long NONE = -1;

    /** The next bytes of the file. */
    void scan(byte[] bytes, int from, int to);

    /** The last place where nothing that belongs together is parted. */
    long clean();

    long recordsBeforeClean();

    /** The last place between two records, for when there is no better one. */
    long any();

    long recordsBeforeAny();

    /** What must be read before a later piece: the row that names the columns. */
    byte[] preamble();
}
