package dev.tidegate.contract;

/**
 * Headers of a raw record; values are UTF-8 text. The record's key is {@code tenant NUL source}, or
 * {@code tenant NUL source NUL ordering key} where the sender gave one; its time is the broker's
 * append time.
 */
public final class RawHeaders {
    public static final String TENANT = "tenant";
    public static final String SOURCE = "source";
    public static final String CONTENT_TYPE = "content-type";

    /** The sender's own name for the message; absent where it gave none. */
    public static final String MESSAGE_ID = "message-id";

    /** SHA-256 of the value, lower-case hexadecimal. */
    public static final String SHA256 = "sha256";

    public static final String PRINCIPAL = "principal";
    public static final String TRACE = "trace";

    /** For a file cut at record borders: {@code upload id}, the same on all its chunks. */
    public static final String UPLOAD = "upload";

    /** For a chunk: its number from 0. */
    public static final String CHUNK = "chunk";

    /** On the last chunk only: {@code true}. */
    public static final String LAST_CHUNK = "last-chunk";

    /** For a chunk after the first: the bytes (a CSV header row) that must be read before it. */
    public static final String PREAMBLE = "preamble";

    /** For a chunk after the first: how many records (rows, lines) of the file stand before it. */
    public static final String RECORDS_BEFORE = "records-before";

    private RawHeaders() {}
}
