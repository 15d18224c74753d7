package dev.tidegate.console.raw;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What is no text, as {@code hexdump -C} shows it. */
final class HexLines {
    private static final int WIDTH = 16;
    private static final int SHOWN_BYTES_MAX = 4 * 1024;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private HexLines() {}

    static List<RawText.Line> of(byte[] bytes) {
        var lines = new ArrayList<RawText.Line>();
        for (int from = 0; from < Math.min(bytes.length, SHOWN_BYTES_MAX); from += WIDTH) {
            int to = Math.min(from + WIDTH, bytes.length);
            var text = new StringBuilder(String.format("%08x  ", from));
            text.append(String.format("%-47s", HEX.formatHex(bytes, from, to))).append("  ");
            for (int i = from; i < to; i++) {
                text.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
            }
            lines.add(RawText.Line.of(lines.size() + 1, text.toString(), "byte:" + from));
        }
        return lines;
    }
}
