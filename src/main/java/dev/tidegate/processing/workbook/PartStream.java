package dev.tidegate.processing.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * A part as it is unpacked: no more of it than was told, no more of all parts than is allowed, and
 * no tag, comment or text so long that a parser would have to keep it whole.
 */
final class PartStream extends FilterInputStream {
    private final long told;
    private final LongConsumer counted;
    private final int markupSizeMax;
    private long read;
    private int run;
    private int comment; // the character that ends it: '-', or ']' of CDATA; 0 outside of both
    private int last;
    private int beforeLast;

    /**
     * @param told bytes that the archive says the part has; negative where it doesn't say
     * @param counted is told of the bytes as they come, and may refuse more
     */
    PartStream(InputStream in, long told, LongConsumer counted, int markupSizeMax) {
        super(in);
        this.told = told;
        this.counted = counted;
        this.markupSizeMax = markupSizeMax;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        int got = read(one, 0, 1);
        return got < 0 ? got : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got = in.read(into, from, length);
        if (got < 0 && told >= 0 && read < told) {
            throw WorkbookRefused.malformed(
                    "", "A part of the archive has fewer bytes than the " + told + " it tells.");
        }
        if (got <= 0) {
            return got;
        }
        counted.accept(got);
        read += got;
        if (told >= 0 && read > told) {
            throw WorkbookRefused.malformed(
                    "", "A part of the archive has more bytes than the " + told + " it tells.");
        }
        for (int i = from; i < from + got; i++) {
            look(into[i]);
        }
        return got;
    }

    @Override
    public long skip(long bytes) throws IOException {
        throw new IOException("a part is read, not skipped");
    }

    /** Counts from one {@code <} to the next; within a comment or CDATA a {@code <} is a text. */
    private void look(byte octet) {
        if (octet == '<' && comment == 0) {
            run = 0;
        } else if (++run > markupSizeMax) {
            throw WorkbookRefused.limit(
                    "",
                    "A tag or a text has more than " + markupSizeMax + " bytes.",
                    "workbook.markup-size-max");
        }
        if (comment == 0 && run == 2 && last == '!' && beforeLast == '<') {
            comment = octet == '-' ? '-' : octet == '[' ? ']' : 0;
        } else if (octet == '>' && last == comment && beforeLast == comment) {
            comment = 0;
        }
        beforeLast = last;
        last = octet;
    }
}
