package dev.tidegate.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Orders of exactly 1,024 bytes, each with a number of its own: what {@code accept} sends. */
final class OrderLines {
    static final int BYTES = 1_024;
    private static final String TEXT =
            """
            {"type":"order","kind":"sales","number":"AC-%s-%09d","version":1,"status":"open","partner":\
            {"code":"C%d","name":"Partner of the wholesale ring"},"currency":"EUR","ordered_at":\
            "2026-11-20T08:00:00Z","lines":[%s]}""";
    private static final String LINE =
            """
            {"line":"%d","item":"ITEM-%d","description":"Article %d, boxed in twelves, with spare seal and \
            leaflet in four languages","quantity":"%d","unit":"EA","unit_price":"%d.95","location":"WH-%d"}""";

    private OrderLines() {}

    static byte[] one(String run, int number) {
        var lines = new StringBuilder();
        for (int line = 1; line <= 3; line++) {
            int item = 100_000 + (number * 31 + line * 7) % 10_000;
            lines.append(line > 1 ? "," : "")
                    .append(
                            LINE.formatted(
                                    line,
                                    item,
                                    item,
                                    1 + number % 40,
                                    1 + item % 200,
                                    10 + number % 20));
        }
        var text = TEXT.formatted(run, number, number % 500, lines);
        // Padded within the last description's place: blanks after the last brace are still JSON.
        return (text + " ".repeat(BYTES - text.length())).getBytes(StandardCharsets.UTF_8);
    }

    static byte[][] many(String run, int count) {
        var all = new byte[count][];
        for (int i = 0; i < count; i++) {
            all[i] = one(run, i);
        }
        return all;
    }

    /** Joined by line ends: one NDJSON body. */
    static byte[] body(byte[][] lines, int from, int count) {
        var all = new ByteArrayOutputStream(count * (BYTES + 1));
        for (int i = from; i < from + count; i++) {
            all.writeBytes(lines[i]);
            all.write('\n');
        }
        return all.toByteArray();
    }
}
