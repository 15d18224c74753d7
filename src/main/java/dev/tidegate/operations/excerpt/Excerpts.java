package dev.tidegate.operations.excerpt;

import dev.tidegate.contract.Transcript;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the places that dead letters name: rows, lines, segments, JSON pointers. */
public final class Excerpts {
    private static final int BEFORE_MAX = 200;
    private static final int AFTER_MAX = 600;
    private static final int ROWS_LENGTH_MAX = 20_000;
    private static final Pattern ROW = Pattern.compile("row:(\\d{1,9})");
    private static final Pattern LINE = Pattern.compile("line (\\d{1,9}) column (\\d{1,9})");
    private static final Pattern SEGMENT = Pattern.compile("segment (\\d{1,9})");
    private static final Pattern BYTE = Pattern.compile("byte (\\d{1,9})");
    private static final Pattern POINTER = Pattern.compile("(/\\S*)");

    private final Transcript transcript;

    public Excerpts(Transcript transcript) {
        this.transcript = transcript;
    }

    /**
     * Of a table that is no text, its rows around the place, with tabs between their cells.
     *
     * @param ref place of the entry in its message
     * @param place exact place of what is wrong
     */
    public Excerpt around(byte[] bytes, String ref, String place) {
        var rows = transcript.rows(bytes, ref, place);
        if (rows.isEmpty()) {
            return of(bytes, ref, place);
        }
        var text =
                rows.stream()
                        .map(row -> row.name() + "\t" + String.join("\t", row.cells()))
                        .collect(Collectors.joining("\n"));
        return new Excerpt(
                text.substring(0, Math.min(text.length(), ROWS_LENGTH_MAX)).replace('\0', '\uFFFD'),
                0,
                rows.stream().anyMatch(Transcript.Row::asked));
    }

    /**
     * @param ref place of the entry in its message
     * @param place exact place of what is wrong
     */
    static Excerpt of(byte[] bytes, String ref, String place) {
        var found = find(bytes, ref, place);
        int at = found.orElse(0);
        int from = lineStart(bytes, at);
        int to = Math.min(bytes.length, Math.max(at, from) + AFTER_MAX);
        var text =
                new String(bytes, from, to - from, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        return new Excerpt(text, from, found.isPresent());
    }

    private static OptionalInt find(byte[] bytes, String ref, String place) {
        var row = number(ROW, place).or(() -> number(ROW, ref));
        if (row.isPresent()) {
            return Lines.start(bytes, row.get());
        }
        var line = number(LINE, place);
        if (line.isPresent()) {
            return Lines.start(bytes, line.get());
        }
        var segment = number(SEGMENT, place);
        if (segment.isPresent()) {
            return segment(bytes, ref, segment.get());
        }
        var offset = number(BYTE, place);
        if (offset.isPresent()) {
            return offset.get() < bytes.length ? OptionalInt.of(offset.get()) : OptionalInt.empty();
        }
        var pointer = text(POINTER, place).or(() -> text(POINTER, ref));
        return pointer.isPresent() ? Pointers.start(bytes, pointer.get()) : segment(bytes, ref, 1);
    }

    private static OptionalInt segment(byte[] bytes, String ref, int number) {
        var found = X12Segments.start(bytes, ref, number);
        return found.isPresent() ? found : EdifactSegments.start(bytes, ref, number);
    }

    /** The beginning of the line, where that is near. */
    private static int lineStart(byte[] bytes, int at) {
        int from = at;
        while (from > 0 && at - from < BEFORE_MAX && bytes[from - 1] != '\n') {
            from--;
        }
        return from;
    }

    private static Optional<Integer> number(Pattern pattern, String text) {
        return text(pattern, text).map(Integer::valueOf);
    }

    private static Optional<String> text(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
