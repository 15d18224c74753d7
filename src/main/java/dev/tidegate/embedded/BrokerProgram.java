package dev.tidegate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The real broker's own class path and how its JVM is started. It shares no jar with the program:
 * the broker's dependencies never decide ours.
 */
record BrokerProgram(Home home, List<Path> jars) {
    private static final List<String> MACHINE =
            List.of(
                    "-Xms256m",
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Djava.awt.headless=true",
                    "-Xlog:disable",
                    "-Xlog:all=error:stdout");

    /** From the system property {@code tidegate.broker.lib}, else beside the program's own jar. */
    static BrokerProgram installed(Home home) {
        var folder = Path.of(System.getProperty("tidegate.broker.lib", "target/broker/lib"));
        try (var files = Files.list(folder)) {
            return new BrokerProgram(
                    home,
                    files.map(Path::toAbsolutePath)
                            .filter(file -> file.toString().endsWith(".jar"))
                            .sorted()
                            .toList());
        } catch (IOException missing) {
            throw new EmbeddedFault(
                    "the broker's class path isn't at %s. Mend: mvn -q -f broker/pom.xml"
                                    .formatted(folder.toAbsolutePath())
                            + " dependency:copy-dependencies"
                            + " -DoutputDirectory=$PWD/target/broker/lib");
        }
    }

    List<String> format(Path settings, String clusterId) {
        return java(
                List.of("-XX:TieredStopAtLevel=1"),
                "kafka.tools.StorageTool",
                List.of("format", "--cluster-id", clusterId, "--config", settings.toString()));
    }

    List<String> serve(Path settings, Path logging, List<String> options) {
        var all = new ArrayList<>(options);
        all.add("-Dtidegate.mark=" + home.mark("broker"));
        all.add("-Dlog4j2.configurationFile=" + logging);
        return java(all, "kafka.Kafka", List.of(settings.toString()));
    }

    List<String> aotOptions() {
        var cache = aotCache();
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }

    /**
     * An ahead-of-time cache fits one JVM, one class path and one set of options only; when it
     * doesn't fit, the JVM goes on without it.
     */
    Path aotCache() {
        var key =
                System.getProperty("java.vm.version")
                        + MACHINE
                        + jars.stream()
                                .map(jar -> jar + ":" + changed(jar))
                                .collect(Collectors.joining());
        return Cache.folder(home).resolve("broker-" + Hash.of(key).substring(0, 16) + ".aot");
    }

    private List<String> java(List<String> options, String main, List<String> arguments) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(MACHINE);
        words.addAll(options);
        words.add("-cp");
        words.add(jars.stream().map(Path::toString).collect(Collectors.joining(":")));
        words.add(main);
        words.addAll(arguments);
        return words;
    }

    private static long changed(Path jar) {
        try {
            return Files.getLastModifiedTime(jar).toMillis();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
