package dev.tidegate.cli;

import dev.tidegate.embedded.EmbeddedServices;
import dev.tidegate.embedded.Processes;
import java.time.Duration;

/** Shows a server's log until it ends, and ends it when this program is told to. */
record Foreground(ServerProcess server, Screen screen, long pid) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    int watch() {
        screen.say("ctrl-C stops it");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        new LogFile(server.log()).follow(0, () -> Processes.alive(pid), screen.err()::println);
        screen.say("the server ended by itself; ./tidegate logs tells why");
        return Exit.FAILED;
    }

    /** The services end with the last server of the home. */
    private void stop() {
        var installation = server.installation();
        screen.say("stopping ...");
        Training.end(installation);
        Processes.end(pid, PATIENCE, "TERM", "KILL");
        if (Processes.bearing(ServerProcess.mark(installation)).isEmpty()) {
            EmbeddedServices.stop(installation.home());
        }
        screen.say("stopped; the data stays in " + installation.home());
    }
}
