package dev.tidegate.proof.formats;

import dev.tidegate.proof.formats.Entries.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How many entries of each source met which fate, as a table in Markdown. */
final class Table {
    private static final Path FILE = Path.of("target", "proof", "formats.md");

    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

    void add(String source, Entry entry) {
        String what =
                entry.code().isEmpty()
                        ? entry.fate() + " " + entry.type()
                        : entry.fate() + " " + entry.failureClass() + " `" + entry.code() + "`";
        counts.computeIfAbsent(source, _ -> new TreeMap<>()).merge(what, 1, Integer::sum);
    }

    /** Writes it to {@code target/proof/formats.md}. */
    void write() {
        var text = new StringBuilder("| source | what became of it | entries |\n|---|---|---|\n");
        counts.forEach(
                (source, fates) ->
                        fates.forEach(
                                (what, count) ->
                                        text.append(
                                                "| %s | %s | %d |\n"
                                                        .formatted(source, what, count))));
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Map<String, Integer>> counts() {
        return counts;
    }
}
