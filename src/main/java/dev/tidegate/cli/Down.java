package dev.tidegate.cli;

import static picocli.CommandLine.Command;

import java.util.Map;
import java.util.concurrent.Callable;

/** Stops everything of a home. */
@Command(
        name = "down",
        header = "Stop the servers of this home, then its PostgreSQL and broker.",
        footer = "  ./tidegate down")
final class Down implements Callable<Integer> {
    private final Root root;

    Down(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var stopped = new Stop(root.installation()).everything();
        root.screen()
                .print(
                        Map.of("stopped", stopped),
                        stopped.isEmpty()
                                ? "nothing was running"
                                : "stopped " + stopped.size() + " processes; the data stays");
        return Exit.OK;
    }
}
