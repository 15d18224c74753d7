package dev.tidegate.proof.works;

import dev.tidegate.cli.ServerOptions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JVM beside this one: with the jar and the ahead-of-time cache that {@code ./tidegate prove}
 * names, else on this one's class path.
 */
public record Jvm(String main, List<String> options, List<String> arguments) {
    private static final String CLASS_PATH =
            System.getProperty("proof.program", System.getProperty("java.class.path"));
    private static final Optional<String> AOT_CACHE =
            Optional.ofNullable(System.getProperty("proof.aot"));

    /** Whether it starts as {@code ./tidegate up} starts it: from an ahead-of-time cache. */
    public static boolean isCached() {
        return AOT_CACHE.isPresent();
    }

    /** Writes what it says to the end of the file. */
    public Process start(Path output) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(ServerOptions.JVM);
        words.addAll(options);
        AOT_CACHE.ifPresent(cache -> words.add("-XX:AOTCache=" + cache));
        words.add("-cp");
        words.add(CLASS_PATH);
        words.add(main);
        words.addAll(arguments);
        var builder =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().put("TIDEGATE_ROOT", Path.of("").toAbsolutePath().toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
