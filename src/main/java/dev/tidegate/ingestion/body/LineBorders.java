package dev.tidegate.ingestion.body;

/** Each line stands for itself. */
final class LineBorders implements Borders {
    private static final byte[] NOTHING = new byte[0];

    private long position;
    private long lines;
    private long border = NONE;
    private long linesBefore;
    private boolean lineEnded;

    @Override
    public void scan(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (lineEnded) {
                lines++;
                border = position + (i - from);
                linesBefore = lines;
            }
            lineEnded = bytes[i] == '\n';
        }
        position += to - from;
    }

    @Override
    public long clean() {
        return border;
    }

    @Override
    public long recordsBeforeClean() {
        return linesBefore;
    }

    @Override
    public long any() {
        return border;
    }

    @Override
    public long recordsBeforeAny() {
        return linesBefore;
    }

    @Override
    public byte[] preamble() {
        return NOTHING;
    }
}
