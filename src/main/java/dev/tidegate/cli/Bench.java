package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The benchmarks, a project of their own that is never shipped: built here, run as a child. */
@Command(
        name = "bench",
        header = "Run the benchmarks of docs/BENCHMARKS.md, each beside its limit or peer.",
        footer = {
            "  ./tidegate bench",
            "  ./tidegate bench limits --json",
            "  ./tidegate bench apply --rounds 1 --profile"
        })
final class Bench implements Callable<Integer> {
    private final Root root;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Which ones (default: all).")
    private List<String> names = List.of();

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds; the median is told.")
    private @Nullable Integer rounds;

    @Option(names = "--messages", paramLabel = "N", description = "Of a backlog.")
    private @Nullable Integer messages;

    @Option(names = "--profile", description = "Tell where apply's time goes; costs a little.")
    private boolean profile;

    Bench(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var project = root.installation().root();
        if (!Files.exists(project.resolve("bench/pom.xml"))) {
            throw Failure.missing("there is no bench/pom.xml here", "run it in the project");
        }
        build();
        var program = Program.current();
        var words = new ArrayList<String>();
        words.add(System.getProperty("java.home") + "/bin/java");
        words.add("-XX:+UseCompactObjectHeaders");
        words.add("--enable-native-access=ALL-UNNAMED");
        words.add("-cp");
        words.add(
                project.resolve("bench/target/classes")
                        + File.pathSeparator
                        + project.resolve("bench/target/peers/*")
                        + File.pathSeparator
                        + String.join(
                                File.pathSeparator,
                                program.classPath().stream().map(Object::toString).toList()));
        words.add("dev.tidegate.bench.Bench");
        words.addAll(arguments());
        return new ProcessBuilder(words).directory(project.toFile()).inheritIO().start().waitFor();
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(names);
        if (rounds != null) {
            arguments.addAll(List.of("--rounds", rounds.toString()));
        }
        if (messages != null) {
            arguments.addAll(List.of("--messages", messages.toString()));
        }
        if (profile) {
            arguments.add("--profile");
        }
        if (root.json) {
            arguments.add("--json");
        }
        return arguments;
    }

    private void build() throws InterruptedException {
        var project = root.installation().root();
        var log = project.resolve("target/bench-build.log");
        var maven = Maven.required(project);
        root.screen().say("building bench/");
        var process = maven.start(log, List.of("-q", "-f", "bench/pom.xml", "compile"));
        if (process.waitFor() != 0) {
            throw Failure.failed(
                    "bench/ doesn't build\n  " + String.join("\n  ", new LogFile(log).last(15)),
                    "the whole log is in " + log);
        }
    }
}
