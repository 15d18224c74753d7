package dev.tidegate.console.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the line that a dead letter's place speaks of, and within it the part that is wrong. */
final class Places {
    private static final Pattern LINE = Pattern.compile("line (\\d{1,9})");
    private static final Pattern ROW = Pattern.compile("row:(\\d{1,9})");
    private static final Pattern SEGMENT = Pattern.compile("segment (\\d{1,9})");
    private static final Pattern ELEMENT = Pattern.compile("-(\\d{2})(?:-\\d+)? \\(segment");
    private static final Pattern FIELD = Pattern.compile("column \"(.+)\"");
    private static final int BEFORE = 20;

    private Places() {}

    static List<RawText.Line> mark(List<RawText.Line> lines, String ref, String place) {
        var found = find(lines, ref, place);
        if (found.isEmpty()) {
            return lines;
        }
        var marked = new ArrayList<>(lines);
        var line = lines.get(found.getAsInt());
        var field = FIELD.matcher(place);
        marked.set(
                found.getAsInt(),
                field.find() && line.place().startsWith("row:")
                        ? CsvField.mark(lines.getFirst().text(), line, field.group(1))
                        : part(line, place));
        return marked;
    }

    /** At most so many lines: from the top, or from a little before the marked one. */
    static List<RawText.Line> window(List<RawText.Line> lines, int max) {
        if (lines.size() <= max) {
            return lines;
        }
        int marked = first(lines, RawText.Line::at).orElse(0);
        int from = marked < max - BEFORE ? 0 : Math.min(marked - BEFORE, lines.size() - max);
        return lines.subList(from, from + max);
    }

    private static OptionalInt find(List<RawText.Line> lines, String ref, String place) {
        var line = LINE.matcher(place);
        if (line.find() && lines.getFirst().place().startsWith("row:")) {
            return named(lines, "row:" + line.group(1));
        }
        var row = ROW.matcher(place.isEmpty() ? ref : place);
        if (row.find()) {
            return named(lines, row.group());
        }
        var segment = SEGMENT.matcher(place);
        if (segment.find()) {
            return named(lines, ref + "#" + segment.group(1));
        }
        String pointer = (place.isEmpty() ? ref : place).split("[ (]", 2)[0];
        return pointer.startsWith("/") ? nearest(lines, pointer) : OptionalInt.empty();
    }

    /** The line of the pointer, or of the nearest thing around it that is there. */
    private static OptionalInt nearest(List<RawText.Line> lines, String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            var found = named(lines, at);
            if (found.isPresent()) {
                return found;
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt named(List<RawText.Line> lines, String place) {
        return first(lines, line -> line.place().equals(place));
    }

    private static OptionalInt first(List<RawText.Line> lines, Predicate<RawText.Line> wanted) {
        return IntStream.range(0, lines.size()).filter(i -> wanted.test(lines.get(i))).findFirst();
    }

    /** The element of a segment where one is named, else the whole line. */
    private static RawText.Line part(RawText.Line line, String place) {
        var element = ELEMENT.matcher(place);
        if (!element.find()) {
            return line.marked(0, line.text().length());
        }
        int tag = 0;
        while (tag < line.text().length() && Character.isLetterOrDigit(line.text().charAt(tag))) {
            tag++;
        }
        if (tag == line.text().length()) {
            return line.marked(0, tag);
        }
        char separator = line.text().charAt(tag);
        int from = tag;
        for (int i = 1; i < Integer.parseInt(element.group(1)) && from >= 0; i++) {
            from = line.text().indexOf(separator, from + 1);
        }
        if (from < 0) {
            return line.marked(0, line.text().length()); // the segment ends before the element
        }
        int next = line.text().indexOf(separator, from + 1);
        int to = next < 0 ? line.text().length() - 1 : next;
        return to > from + 1 // an element that is empty has nothing to mark
                ? line.marked(from + 1, to)
                : line.marked(0, line.text().length());
    }
}
