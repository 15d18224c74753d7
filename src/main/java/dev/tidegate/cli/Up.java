package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;

import dev.tidegate.embedded.Processes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Starts everything and waits until it is ready. */
@Command(
        name = "up",
        header = "Start PostgreSQL, the broker and the server; seed the demo once.",
        footer = {
            "  ./tidegate up                          in the foreground, until ctrl-C",
            "  ./tidegate up --detach --json          in the background; prints where it is",
            "  ./tidegate up --fresh                  throw all data of this home away first",
            "  ./tidegate up --roles operate --detach one more process of that role, same home"
        })
final class Up implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Root root;

    @Option(names = "--detach", description = "Come back as soon as it is ready.")
    private boolean detach;

    @Option(names = "--fresh", description = "Stop what runs and delete this home's data first.")
    private boolean fresh;

    @Option(names = "--no-demo", description = "Start without the demo's tenants and sources.")
    private boolean noDemo;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "HTTP port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--roles",
            paramLabel = "A,B",
            defaultValue = "all",
            description = "What this process does (default: ${DEFAULT-VALUE}).")
    private String roleNames = "all";

    @Option(
            names = "--timeout",
            paramLabel = "S",
            defaultValue = "180",
            description = "Seconds to wait for readiness (default: ${DEFAULT-VALUE}).")
    private int secondsMax;

    Up(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        long begun = System.nanoTime();
        var installation = root.installation();
        var screen = root.screen();
        var roles = roles();
        if (fresh) {
            new Stop(installation).everything();
            new Fresh(installation).delete();
        }
        var running = running(installation, roles);
        if (running.isPresent()) {
            screen.say("already running (process " + running.get().pid() + ")");
            report(screen, installation, running.get(), begun);
            return Exit.OK;
        }
        int at = roles.contains("api") ? HttpPort.required(port) : 0;
        var server = new ServerProcess(installation, roles, at, !noDemo);
        screen.say("starting; log: " + server.log());
        var process = server.start();
        var ready = await(server, process);
        report(screen, installation, ready, begun);
        Training.begin(installation);
        if (detach) {
            return Exit.OK;
        }
        screen.say("ctrl-C stops everything");
        return new Foreground(installation, screen, server, process).watch();
    }

    private List<String> roles() {
        try {
            return root.deployment().roles(roleNames);
        } catch (IllegalArgumentException unknown) {
            throw Failure.usage(String.valueOf(unknown.getMessage()));
        }
    }

    private static Optional<ServerFile> running(Installation installation, List<String> roles) {
        return ServerFile.read(ServerFile.of(installation, roles))
                .filter(ServerFile::lives)
                .filter(ServerFile::ready);
    }

    private ServerFile await(ServerProcess server, Process process) {
        var file = ServerFile.of(server.installation(), server.roles());
        var said = new ArrayList<ServerFile>(1);
        Patience.until(
                Duration.ofSeconds(secondsMax),
                POLL,
                () -> {
                    ServerFile.read(file)
                            .filter(found -> found.pid() == process.pid())
                            .filter(ServerFile::ready)
                            .ifPresent(said::add);
                    return !said.isEmpty() || !process.isAlive();
                });
        if (!said.isEmpty()) {
            return said.getFirst();
        }
        var words = LogFile.lastWords(server);
        throw Processes.alive(process.pid())
                ? Failure.notReady(
                        "not ready after %d s%n%s".formatted(secondsMax, words),
                        "./tidegate status; ./tidegate logs -f; a longer --timeout")
                : Failure.failed(
                        "the server ended before it was ready%n%s".formatted(words),
                        "./tidegate doctor");
    }

    private static void report(
            Screen screen, Installation installation, ServerFile server, long begun) {
        new UpReport(
                        server.url(),
                        server.url() + "/console",
                        server.url() + "/docs",
                        installation.credentials().toString(),
                        installation.home().toString(),
                        server.pid(),
                        Duration.ofNanos(System.nanoTime() - begun).toMillis())
                .print(screen);
    }
}
