package dev.tidegate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * Makes the broker's ahead-of-time cache from the start and stop of a throw-away broker: its start
 * then takes about half the time.
 */
final class BrokerTraining {
    private static final Duration ASSEMBLY_MAX = Duration.ofMinutes(3);

    private BrokerTraining() {}

    static void run(Home home) {
        var cache = BrokerProgram.installed(home).aotCache();
        if (Files.exists(cache)) {
            return;
        }
        try {
            var folder = Files.createTempDirectory(cache.getParent(), "training");
            try {
                var scratch = Home.prepare(folder);
                var draft = folder.resolve("broker.aot");
                var broker =
                        new BrokerServer(
                                scratch, Ports.of(scratch), BrokerProgram.installed(scratch));
                broker.format();
                broker.start(List.of("-XX:AOTCacheOutput=" + draft));
                broker.pid().ifPresent(pid -> Processes.end(pid, ASSEMBLY_MAX, "TERM", "KILL"));
                if (Files.exists(draft)) {
                    Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
                }
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
