package dev.tidegate.ingestion.body;

import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.ingestion.admission.Pass;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A large file in pieces that begin and end between records and join to the file byte for byte. A
 * piece is about as large as asked for; it grows while nothing may be parted, up to a bound.
 */
public final class Cutter {
    private static final byte[] NOTHING = new byte[0];

    private final Body body;
    private final Pass pass;
    private final Borders borders;
    private final int pieceBytes;
    private final int pieceBytesMax;
    private byte[] buffer;
    private int filled;
    private int scanned;
    private long base;
    private long recordsBefore;
    private boolean ended;
    private boolean cut;

    /**
     * @param recordsBefore how many records of the file stand before
     * @param whole whether it is all of the file
     */
    public record Piece(
            byte[] bytes, byte[] preamble, long recordsBefore, boolean last, boolean whole) {}

    private Cutter(Body body, Pass pass, Borders borders, int pieceBytes, int pieceBytesMax)
            throws BodyRefused {
        this.body = body;
        this.pass = pass;
        this.borders = borders;
        this.pieceBytes = pieceBytes;
        this.pieceBytesMax = pieceBytesMax;
        this.buffer = new byte[first(body.announced(), pieceBytes, pieceBytesMax)];
        Whole.hold(pass, buffer.length);
    }

    private static int first(long announced, int pieceBytes, int pieceBytesMax) {
        long room = Math.min(pieceBytes + pieceBytes / 4, pieceBytesMax);
        return (int) (announced < 0 ? room : Math.min(announced + 1, room));
    }

    /** Whether a body of this type for this source has records to cut at. */
    public static boolean cuts(SourceDefinition source, String contentType) {
        return isCsv(source, contentType) || isLines(contentType);
    }

    public static Cutter of(
            SourceDefinition source,
            String contentType,
            Body body,
            Pass pass,
            int pieceBytes,
            int pieceBytesMax)
            throws BodyRefused {
        var borders = isCsv(source, contentType) ? new CsvBorders(source) : new LineBorders();
        return new Cutter(body, pass, borders, pieceBytes, pieceBytesMax);
    }

    /**
     * Rows of a fixed width and those below a title stand by their place in the whole file, and a
     * workbook has none to cut at.
     */
    private static boolean isCsv(SourceDefinition source, String contentType) {
        var type = contentType.toLowerCase(Locale.ROOT);
        boolean told = type.startsWith("text/csv") || type.startsWith("text/tab-separated-values");
        return switch (source.adapter()) {
            case CSV, TSV -> !source.parameters().containsKey("header_row");
            case FIXED_WIDTH, XLSX -> false;
            case JSON, X12, EDIFACT, XML, EPCIS -> told;
        };
    }

    private static boolean isLines(String contentType) {
        var type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("application/jsonl") || type.startsWith("application/x-jsonlines");
    }

    /** The next piece; null after the last, and for an empty file. */
    public @Nullable Piece next() throws BodyRefused {
        while (true) {
            borders.scan(buffer, scanned, filled);
            scanned = filled;
            if (ended) {
                return rest();
            }
            if (filled >= pieceBytes && borders.clean() > base) {
                return piece(borders.clean(), borders.recordsBeforeClean());
            }
            if (filled >= pieceBytesMax) {
                if (borders.any() <= base) {
                    throw new BodyRefused(
                            BodyProblems.recordTooLarge(recordsBefore + 1, pieceBytesMax));
                }
                return piece(borders.any(), borders.recordsBeforeAny());
            }
            fill();
        }
    }

    private void fill() throws BodyRefused {
        if (filled == buffer.length) {
            int larger = (int) Math.min(2L * buffer.length, pieceBytesMax);
            Whole.hold(pass, larger - buffer.length);
            buffer = Arrays.copyOf(buffer, larger);
        }
        int got = body.read(buffer, filled, buffer.length - filled);
        ended = got < 0;
        filled += Math.max(got, 0);
    }

    private Piece piece(long border, long records) {
        int length = (int) (border - base);
        var piece =
                new Piece(Arrays.copyOf(buffer, length), preamble(), recordsBefore, false, false);
        System.arraycopy(buffer, length, buffer, 0, filled - length);
        filled -= length;
        scanned = filled;
        base = border;
        recordsBefore = records;
        cut = true;
        return piece;
    }

    private @Nullable Piece rest() {
        if (filled == 0) {
            return null;
        }
        var piece = new Piece(Arrays.copyOf(buffer, filled), preamble(), recordsBefore, true, !cut);
        filled = 0;
        scanned = 0;
        return piece;
    }

    private byte[] preamble() {
        return cut ? borders.preamble() : NOTHING;
    }
}
