package dev.tidegate.processing.x12;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The grammars of {@code x12/grammar.txt}, read once. */
final class Grammars {
    private static final Map<String, Grammar> BY_SET = read();

    private Grammars() {}

    static Optional<Grammar> of(String set) {
        return Optional.ofNullable(BY_SET.get(set));
    }

    private static Map<String, Grammar> read() {
        try (var in = Grammars.class.getResourceAsStream("/x12/grammar.txt")) {
            if (in == null) {
                throw new IllegalStateException("no x12/grammar.txt on the class path");
            }
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Grammar.parse(Arrays.asList(table.split("\n", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
