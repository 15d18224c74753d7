package dev.tidegate.console.raw;

import java.util.ArrayList;
import java.util.List;

/** Text as it stands, a line for each of its own: CSV, XML, NDJSON. */
final class TextLines {
    private TextLines() {}

    static List<RawText.Line> of(String text) {
        var lines = new ArrayList<RawText.Line>();
        for (String line : text.split("\r\n|\r|\n")) {
            int number = lines.size() + 1;
            lines.add(RawText.Line.of(number, Visible.of(line), "row:" + number));
        }
        return lines;
    }
}
