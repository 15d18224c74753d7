package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** The server's log, or that of a service. */
@Command(
        name = "logs",
        header = "Show the end of a log.",
        footer = {
            "  ./tidegate logs -f              what the server says, as it says it",
            "  ./tidegate logs postgres -n 50  also: kafka, server-operate, ..."
        })
final class Logs implements Callable<Integer> {
    private final Root root;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            defaultValue = "server",
            description = "Which log (default: ${DEFAULT-VALUE}).")
    private String name = "server";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "100",
            description = "Lines to begin with (default: ${DEFAULT-VALUE}).")
    private int lines;

    Logs(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var path = root.installation().logs().resolve(name + ".log").normalize();
        if (!path.startsWith(root.installation().logs())) {
            throw Failure.usage("a log's name is no path");
        }
        if (!path.toFile().exists()) {
            throw Failure.failed("there is no log " + path, "./tidegate up");
        }
        var log = new LogFile(path);
        if (follow) {
            log.follow(lines, () -> true, root.screen().out()::println);
        } else {
            log.last(lines).forEach(root.screen().out()::println);
        }
        return Exit.OK;
    }
}
