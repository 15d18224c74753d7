package dev.tidegate.cli;

import dev.tidegate.embedded.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The server as a process of its own, which outlives the command that starts it.
 *
 * @param port 0 takes a free one
 */
record ServerProcess(Installation installation, List<String> roles, int port, boolean demo) {
    /** Words on the command line of every server, of whatever home. */
    static final String ANY = "dev.tidegate.Tidegate\0serve\0";

    /** Words on the command line of every server of this home. */
    static String mark(Installation installation) {
        return "serve\0--home=" + installation.home() + "\0";
    }

    /**
     * The process that already is this server, ready or not. A home has one that answers requests,
     * at whatever port.
     */
    Optional<Long> running() {
        var same = mark(installation) + "--roles=" + String.join(",", roles) + "\0";
        if (!roles.contains("api")) {
            return Processes.bearing(same + "--port=" + port + "\0").stream().findFirst();
        }
        return ServerFile.api(installation)
                .map(ServerFile::pid)
                .or(() -> Processes.bearing(same).stream().findFirst());
    }

    /** Starts it in a session of its own: ctrl-C of this terminal doesn't reach it. */
    Process start() {
        var program = Program.current().pinned(installation.home());
        var options = new ArrayList<>(ServerOptions.JVM);
        program.aotCache()
                .filter(Files::exists)
                .ifPresent(cache -> options.add("-XX:AOTCache=" + cache));
        return start(program, options, List.of());
    }

    Process start(Program program, List<String> options, List<String> more) {
        var words = new ArrayList<>(List.of("setsid"));
        var arguments = new ArrayList<>(arguments());
        arguments.addAll(more);
        words.addAll(program.java(options, arguments));
        try {
            Files.createDirectories(installation.logs());
            var builder =
                    new ProcessBuilder(words)
                            .redirectInput(Path.of("/dev/null").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output().toFile());
            var environment = builder.environment();
            environment.put("TIDEGATE_ROOT", installation.root().toString());
            environment.putIfAbsent("LOGGING_FILE_NAME", log().toString());
            environment.putIfAbsent("LOGGING_THRESHOLD_CONSOLE", "off");
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the server says; bounded by Spring Boot's rolling. */
    Path log() {
        return installation.logs().resolve(name() + ".log");
    }

    /** What the JVM says before there is a log, and when it dies. */
    Path output() {
        return installation.logs().resolve(name() + ".out");
    }

    Path file() {
        return ServerFile.of(installation, roles, port);
    }

    private String name() {
        var file = file().getFileName().toString();
        return file.substring(0, file.length() - ".json".length());
    }

    private List<String> arguments() {
        var words = new ArrayList<String>();
        words.add("serve");
        words.add("--home=" + installation.home());
        words.add("--roles=" + String.join(",", roles));
        words.add("--port=" + port);
        if (!demo) {
            words.add("--no-demo");
        }
        return words;
    }
}
