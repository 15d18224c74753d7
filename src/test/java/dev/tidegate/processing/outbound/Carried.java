package dev.tidegate.processing.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What docs/reference/outbound.md says that a format doesn't carry: the docs are the test. */
final class Carried {
    private static final List<List<String>> ROWS = rows();

    private Carried() {}

    /**
     * @param pointer of the field, with {@code *} for an index
     * @param told its value; a row that speaks of what isn't told says {@code absent} behind it
     */
    static boolean isLost(String format, String type, String pointer, @Nullable String told) {
        return ROWS.stream()
                .filter(row -> row.get(1).equals(format) && row.get(2).equals(type))
                .anyMatch(
                        row ->
                                row.get(3).equals("`" + pointer + "`")
                                        || told == null
                                                && row.get(3).equals("`" + pointer + "` absent"));
    }

    private static List<List<String>> rows() {
        try {
            return Files.readAllLines(Path.of("docs/reference/outbound.md")).stream()
                    .filter(line -> line.startsWith("| ") && line.contains("`/"))
                    .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
