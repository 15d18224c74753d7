package dev.tidegate.console.raw;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the line that a dead letter's place speaks of. */
final class Places {
    private static final Pattern LINE = Pattern.compile("line (\\d+)");
    private static final Pattern SEGMENT = Pattern.compile("segment[ :](\\d+)");
    private static final int BEFORE = 20;

    private Places() {}

    static List<RawText.Line> mark(List<RawText.Line> lines, String place) {
        var found = find(lines, place);
        return IntStream.range(0, lines.size())
                .mapToObj(
                        i ->
                                found.isPresent() && found.getAsInt() == i
                                        ? lines.get(i).marked()
                                        : lines.get(i))
                .toList();
    }

    /** At most so many lines: from the top, or from a little before the marked one. */
    static List<RawText.Line> window(List<RawText.Line> lines, int max) {
        if (lines.size() <= max) {
            return lines;
        }
        int marked =
                IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).at())
                        .findFirst()
                        .orElse(0);
        int from = marked < max - BEFORE ? 0 : Math.min(marked - BEFORE, lines.size() - max);
        return lines.subList(from, from + max);
    }

    private static OptionalInt find(List<RawText.Line> lines, String place) {
        if (place.isBlank()) {
            return OptionalInt.empty();
        }
        var line = LINE.matcher(place);
        if (line.find() && lines.getFirst().place().startsWith("row:")) {
            return starting(lines, "row:" + line.group(1));
        }
        var segment = SEGMENT.matcher(place);
        if (segment.find()) {
            return starting(lines, "segment:" + segment.group(1) + "/");
        }
        String token = place.strip().split("[ (]", 2)[0];
        return token.startsWith("/") ? pointer(lines, token) : starting(lines, token);
    }

    /** The line of the pointer, or of the nearest thing above it that is there. */
    private static OptionalInt pointer(List<RawText.Line> lines, String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            String wanted = at;
            var found =
                    IntStream.range(0, lines.size())
                            .filter(i -> lines.get(i).place().equals(wanted))
                            .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt starting(List<RawText.Line> lines, String place) {
        return IntStream.range(0, lines.size())
                .filter(
                        i ->
                                lines.get(i).place().equals(place)
                                        || lines.get(i).place().startsWith(place)
                                                && place.endsWith("/"))
                .findFirst();
    }
}
