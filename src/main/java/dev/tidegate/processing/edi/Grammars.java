package dev.tidegate.processing.edi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The grammars of one table on the class path, by the set's number or the message's type. */
public record Grammars(Map<String, Grammar> byName) {
    /**
     * @param table such as {@code /x12/grammar.txt}
     */
    public static Grammars read(String table) {
        try (var in = Grammars.class.getResourceAsStream(table)) {
            if (in == null) {
                throw new IllegalStateException("no " + table + " on the class path");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Grammars(Grammar.parse(Arrays.asList(text.split("\n", -1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In alphabetical order. */
    public List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }

    public Optional<Grammar> of(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
