package dev.tidegate.proof.works;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM beside this one, on this one's class path. */
public record Jvm(String main, List<String> options, List<String> arguments) {
    private static final List<String> ALWAYS =
            List.of(
                    "-XX:+UseCompactObjectHeaders",
                    "-Djdk.xml.dtd.support=deny",
                    "-XX:TieredStopAtLevel=4",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /** Writes what it says to the end of the file. */
    public Process start(Path output) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(ALWAYS);
        words.addAll(options);
        words.add("-cp");
        words.add(System.getProperty("java.class.path"));
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
