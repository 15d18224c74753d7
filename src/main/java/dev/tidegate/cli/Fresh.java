package dev.tidegate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Deletes what a home has gathered; settings written by people stay. */
record Fresh(Installation installation) {
    private static final List<String> GATHERED =
            List.of(
                    "postgres",
                    "postgres.new",
                    "kafka",
                    "secrets",
                    "logs",
                    "run",
                    "ports.properties",
                    "credentials.json");

    void delete() {
        GATHERED.stream().map(installation.home()::resolve).forEach(Fresh::deleteTree);
    }

    static void deleteTree(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (var paths = Files.walk(path)) {
            for (var each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
