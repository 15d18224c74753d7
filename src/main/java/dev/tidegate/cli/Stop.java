package dev.tidegate.cli;

import dev.tidegate.embedded.EmbeddedServices;
import dev.tidegate.embedded.Processes;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stops what runs on a home, servers before the services they stand on. */
record Stop(Installation installation) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The ids of the processes that were stopped. */
    List<Long> everything() {
        if (!Files.isDirectory(installation.home())) {
            return List.of();
        }
        Training.end(installation);
        var stopped = new ArrayList<>(servers());
        var services = EmbeddedServices.pids(installation.home());
        services.postmaster().ifPresent(stopped::add);
        services.broker().ifPresent(stopped::add);
        EmbeddedServices.stop(installation.home());
        return stopped;
    }

    List<Long> servers() {
        var pids = Processes.bearing(ServerProcess.mark(installation));
        try (var each = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            pids.forEach(pid -> each.submit(() -> Processes.end(pid, PATIENCE, "TERM", "KILL")));
        }
        return pids;
    }
}
