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

    static void run(Home scratch) {
        var program = BrokerProgram.installed(scratch);
        var cache = program.aotCache();
        if (Files.exists(cache)) {
            return;
        }
        var draft = cache.resolveSibling(scratch.mark("broker") + ".aot");
        var broker = new BrokerServer(scratch, Ports.of(scratch), program);
        broker.format();
        broker.start(List.of("-XX:AOTCacheOutput=" + draft));
        broker.pid().ifPresent(pid -> Processes.end(pid, ASSEMBLY_MAX, "TERM", "KILL"));
        try {
            if (Files.exists(draft)) {
                Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
