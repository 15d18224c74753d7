package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

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
    private static final int STANDARD_PORT = 8080;

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
            description = "HTTP port (default: 8080; without the role api a free one).")
    private @Nullable Integer port;

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
        var screen = root.screen();
        var server = server();
        var readiness = new Readiness(server, screen, Duration.ofSeconds(secondsMax));
        if (fresh) {
            new Stop(server.installation()).everything();
        }
        var running = server.running();
        if (running.isPresent()) {
            screen.say("already running (process " + running.get() + ")");
            report(screen, server, readiness.await(running.get(), null), begun);
            return Exit.OK;
        }
        HttpPort.required(server.port());
        if (fresh) {
            new Fresh(server.installation()).delete();
        }
        screen.say("starting; log: " + server.log());
        var process = server.start();
        report(screen, server, readiness.await(process.pid(), process), begun);
        Training.begin(server.installation());
        return detach ? Exit.OK : new Foreground(server, screen, process.pid()).watch();
    }

    private ServerProcess server() {
        var roles = roles();
        int standard = roles.contains("api") ? STANDARD_PORT : 0;
        return new ServerProcess(
                root.installation(), roles, port == null ? standard : port, !noDemo);
    }

    private List<String> roles() {
        try {
            return root.deployment().roles(roleNames);
        } catch (IllegalArgumentException unknown) {
            throw Failure.usage(String.valueOf(unknown.getMessage()));
        }
    }

    private static void report(Screen screen, ServerProcess server, ServerFile file, long begun) {
        var installation = server.installation();
        new UpReport(
                        file.url(),
                        file.url() + "/console",
                        file.url() + "/docs",
                        installation.credentials().toString(),
                        installation.home().toString(),
                        file.pid(),
                        Duration.ofNanos(System.nanoTime() - begun).toMillis())
                .print(screen);
    }
}
