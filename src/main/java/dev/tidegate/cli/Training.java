package dev.tidegate.cli;

import dev.tidegate.embedded.EmbeddedServices;
import dev.tidegate.embedded.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the ahead-of-time caches after the first good start, in a process of the lowest priority: a
 * throw-away home is started and stopped once, so that no data of the real one is ever touched.
 * TIDEGATE_AOT=off leaves it out.
 */
final class Training {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Training() {}

    static Installation scratch(Installation installation) {
        return new Installation(installation.root(), installation.home().resolve("training"));
    }

    static void begin(Installation installation) {
        var program = Program.current().pinned(installation.home());
        boolean wanted = program.aotCache().filter(cache -> !Files.exists(cache)).isPresent();
        if (!wanted
                || "off".equals(System.getenv("TIDEGATE_AOT"))
                || !running(installation).isEmpty()) {
            return;
        }
        var words = new ArrayList<>(List.of("setsid", "nice", "-n", "19"));
        words.addAll(
                program.java(
                        List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                        List.of("train", "--home=" + installation.home())));
        try {
            var log = installation.logs().resolve("training.log").toFile();
            var builder =
                    new ProcessBuilder(words)
                            .redirectInput(Path.of("/dev/null").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log);
            builder.environment().put("TIDEGATE_ROOT", installation.root().toString());
            builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends it halfway, if it runs, and sweeps up. */
    static void end(Installation installation) {
        running(installation).forEach(pid -> Processes.end(pid, PATIENCE, "TERM", "KILL"));
        sweep(scratch(installation));
    }

    static void sweep(Installation scratch) {
        if (Files.exists(scratch.home())) {
            new Stop(scratch).servers();
            EmbeddedServices.stop(scratch.home());
            Fresh.deleteTree(scratch.home());
        }
    }

    private static List<Long> running(Installation installation) {
        return Processes.bearing("train\0--home=" + installation.home() + "\0");
    }
}
