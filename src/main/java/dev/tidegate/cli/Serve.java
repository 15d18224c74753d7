package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;

import dev.tidegate.embedded.EmbeddedFault;
import dev.tidegate.embedded.ServiceWatch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The server itself, in this very process: what {@code up} starts, and what a container runs. */
@Command(
        name = "serve",
        hidden = true,
        header = "Run the server in this process.",
        footer = "  ./tidegate serve --roles process,operate --port 8081")
final class Serve implements Callable<Integer> {
    private static final int STARTS_MAX = 5;

    private final Root root;

    @Option(names = "--port", defaultValue = "8080", description = "HTTP port; 0 takes a free one.")
    private int port;

    @Option(names = "--roles", defaultValue = "all", description = "What this process does.")
    private String roleNames = "all";

    @Option(names = "--no-demo", description = "Without the demo.")
    private boolean noDemo;

    @Option(
            names = "--until-ready",
            hidden = true,
            description = "End once ready: a start that trains the ahead-of-time cache.")
    private boolean untilReady;

    Serve(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        headStart();
        var installation = root.installation();
        var roles = root.deployment().roles(roleNames);
        Files.createDirectories(installation.run());
        var wanted = new ServeSettings(installation, port, !noDemo);
        var context = started(roles, wanted);
        var closed = new CountDownLatch(1);
        context.addApplicationListener(
                event -> {
                    if (event instanceof ContextClosedEvent) {
                        closed.countDown();
                    }
                });
        var url = announce(installation, roles, context);
        if (untilReady) {
            askOnce(url);
            context.close();
        }
        if (wanted.external()) {
            closed.await();
        } else {
            try (var _ = ServiceWatch.start(installation.home())) {
                closed.await();
            }
        }
        return Exit.OK;
    }

    /** Jetty asks the JVM for this server of beans, which takes long to make, late in the start. */
    private static void headStart() {
        Thread.ofPlatform()
                .daemon()
                .name("head start")
                .start(ManagementFactory::getPlatformMBeanServer);
    }

    /**
     * A service that went away meanwhile is no fault of the program: the embedded ones are started
     * once more, and the program with them.
     */
    private ConfigurableApplicationContext started(List<String> roles, ServeSettings wanted) {
        for (int tries = 1; ; tries++) {
            try {
                return start(roles, wanted.resolve());
            } catch (Deployment.OtherBuild other) {
                throw otherBuild(other, wanted);
            } catch (RuntimeException failure) {
                if (tries == STARTS_MAX || !wentAway(failure)) {
                    throw failure;
                }
                root.screen().say("a service went away; starting again");
            }
        }
    }

    /** A database of one's own is nothing that this program would throw away. */
    private static Failure otherBuild(Deployment.OtherBuild other, ServeSettings wanted) {
        var message = String.valueOf(other.getMessage());
        return wanted.external()
                ? Failure.missing(message, "run the build that made it, or name an empty database")
                : Failure.missing(
                        message,
                        "./tidegate up --fresh throws this home's data away; or run the build that"
                                + " made it");
    }

    /** SQLSTATE classes 08 (connection exception) and 57P (operator intervention), and Kafka's. */
    private static boolean wentAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException || cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException refused) {
                var state = String.valueOf(refused.getSQLState());
                return state.startsWith("08") || state.startsWith("57P");
            }
        }
        return false;
    }

    /** A service that can't be had is told as such, not as the bean that missed it. */
    private ConfigurableApplicationContext start(List<String> roles, Map<String, String> settings) {
        try {
            return root.deployment().serve(roles, settings);
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof EmbeddedFault fault) {
                    throw fault;
                }
            }
            throw failure;
        }
    }

    /** What only a request needs is in the cache too, so that the first one needn't wait for it. */
    private static void askOnce(String url) throws IOException {
        for (String path : List.of("/actuator/health/liveness", "/v1/orders", "/console/sign-in")) {
            var connection = (HttpURLConnection) URI.create(url + path).toURL().openConnection();
            connection.getResponseCode();
            connection.disconnect();
        }
    }

    /** Writes where this server is found, and answers with its URL. */
    private String announce(
            Installation installation,
            List<String> labels,
            ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var url =
                "http://%s:%s"
                        .formatted(
                                reachable(environment.getProperty("server.address", "127.0.0.1")),
                                environment.getProperty("local.server.port"));
        new ServerFile(
                        url,
                        ProcessHandle.current().pid(),
                        context.getBean(Clock.class).instant().toString(),
                        labels)
                .write(ServerFile.of(installation, labels, port));
        return url;
    }

    private static String reachable(String address) {
        return address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
    }
}
