package dev.tidegate.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Maven that the launcher found, or the first on the PATH. */
record Maven(Path program, Path root) {
    static final String MEND = "apt-get install -y maven, or set TIDEGATE_MVN";

    static Optional<Path> found() {
        return onPath("mvn", System.getenv("TIDEGATE_MVN"));
    }

    static Maven required(Path root) {
        return new Maven(
                found().orElseThrow(() -> Failure.missing("no Maven on the PATH", MEND)), root);
    }

    /** Starts it with everything it says in the log. */
    Process start(Path log, List<String> arguments) {
        var words = new ArrayList<>(List.of(program.toString(), "-B"));
        words.addAll(arguments);
        try {
            Files.createDirectories(root.resolve("target"));
            var builder =
                    new ProcessBuilder(words)
                            .directory(root.toFile())
                            .redirectInput(Path.of("/dev/null").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Optional<Path> onPath(String name, String... before) {
        var path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        var given = Stream.of(before).filter(each -> each != null && !each.isBlank()).map(Path::of);
        var found = Arrays.stream(path).map(folder -> Path.of(folder, name));
        return Stream.concat(given, found).filter(Files::isExecutable).findFirst();
    }
}
