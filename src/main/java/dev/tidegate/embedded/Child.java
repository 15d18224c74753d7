package dev.tidegate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program run beside this one. A detached child has a session of its own and writes to a file, so
 * neither ctrl-C nor the death of this program reaches it.
 */
record Child(List<String> command, Path folder, Path log, Path input) {
    private static final long LOG_SIZE_MAX = 16L << 20;
    private static final int LAST_LINES = 15;

    Child(List<String> command, Path folder, Path log) {
        this(command, folder, log, Path.of("/dev/null"));
    }

    Child reading(Path file) {
        return new Child(command, folder, log, file);
    }

    Process detach() {
        rotateLog();
        var words = new ArrayList<>(List.of("setsid"));
        words.addAll(command);
        return start(words);
    }

    /** Runs to the end; a failure tells the program's last words. */
    void run(int secondsMax) {
        var process = start(command);
        try {
            if (!process.waitFor(secondsMax, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new EmbeddedFault(
                        "%s took longer than %d s%n%s"
                                .formatted(program(), secondsMax, lastWords(log)));
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new EmbeddedFault("interrupted while running " + program(), interrupted);
        }
        if (process.exitValue() != 0) {
            throw new EmbeddedFault(
                    "%s failed with %d%n%s"
                            .formatted(program(), process.exitValue(), lastWords(log)));
        }
    }

    private Process start(List<String> words) {
        var builder =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectInput(input.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new EmbeddedFault("can't run " + words.getFirst(), failure);
        }
    }

    private String program() {
        return command.stream()
                .filter(word -> word.contains("/bin/"))
                .findFirst()
                .orElse(command.getFirst());
    }

    /** The end of a log: most often it says what is wrong, better than we could. */
    static String lastWords(Path log) {
        try (var lines = Files.lines(log)) {
            var last = new ArrayList<String>();
            lines.forEach(
                    line -> {
                        last.add(line);
                        if (last.size() > LAST_LINES) {
                            last.removeFirst();
                        }
                    });
            return "the last lines of %s:%n  %s".formatted(log, String.join("\n  ", last));
        } catch (IOException | UncheckedIOException unreadable) {
            return "its log " + log + " can't be read";
        }
    }

    private void rotateLog() {
        try {
            if (Files.exists(log) && Files.size(log) > LOG_SIZE_MAX) {
                Files.move(
                        log,
                        log.resolveSibling(log.getFileName() + ".1"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
