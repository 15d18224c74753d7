package dev.tidegate.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./tidegate} as a user runs it, from the shell's start to its last word.
 *
 * @param home of the installation it works on
 * @param port of its HTTP
 */
record Launcher(Path home, int port) {
    static Launcher of(Path home) throws IOException {
        try (var socket = new ServerSocket(0)) {
            return new Launcher(home, socket.getLocalPort());
        }
    }

    /** What {@code up --detach --json} said. */
    JsonNode up() throws Exception {
        return JsonMapper.shared().readTree(finished(begin("up", "--detach", "--port", "" + port)));
    }

    void down() throws Exception {
        finished(begin("down"));
    }

    /** Makes the ahead-of-time cache, for which {@code up} waits until the machine is idle. */
    void train() throws Exception {
        finished(begin("train", "--now"));
    }

    Process begin(String... words) throws IOException {
        var command = new ArrayList<>(List.of("./tidegate"));
        command.addAll(List.of(words));
        command.addAll(List.of("--home", home.toString(), "--json"));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    static String finished(Process process) throws Exception {
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    "./tidegate ended with " + process.exitValue() + ": " + said);
        }
        return said;
    }

    /** Whether anything answers over HTTP, whatever it says. */
    boolean answers() {
        try (var connection = new HttpConnection(port)) {
            return connection.get("/actuator/health/liveness").status() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }
}
