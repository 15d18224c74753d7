package dev.tidegate.cli;

import dev.tidegate.embedded.Processes;

/** Shows a server's log until it ends, and ends it when this program is told to. */
record Foreground(Installation installation, Screen screen, ServerProcess server, Process process) {

    int watch() {
        var stopping = new Thread(this::stop, "stop");
        Runtime.getRuntime().addShutdownHook(stopping);
        new LogFile(server.log())
                .follow(0, () -> Processes.alive(process.pid()), screen.err()::println);
        screen.say("the server ended by itself; ./tidegate logs tells why");
        return Exit.FAILED;
    }

    private void stop() {
        screen.say("stopping ...");
        new Stop(installation).everything();
        screen.say("stopped; the data stays in " + installation.home());
    }
}
