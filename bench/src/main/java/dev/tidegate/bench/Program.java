package dev.tidegate.bench;

import dev.tidegate.cli.ServerOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** One server process, started as {@code ./tidegate up} starts it. */
final class Program implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(60);

    private final Path home;
    private final Process process;
    private final Path announced;

    private Program(Path home, Process process, Path announced) {
        this.home = home;
        this.process = process;
        this.announced = announced;
    }

    /**
     * @param roles as the command line names them
     * @param settings that differ from the defaults
     * @param options of the JVM
     */
    static Program start(
            Ground ground, String roles, Map<String, String> settings, List<String> options)
            throws IOException {
        var announced = announced(ground.home(), roles);
        Files.deleteIfExists(announced);
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(ServerOptions.JVM);
        words.addAll(options);
        words.addAll(List.of(System.getProperty("bench.jvm", "").split(" ")));
        words.removeIf(String::isEmpty);
        settings.forEach((name, value) -> words.add("-D" + name + "=" + value));
        words.addAll(
                List.of(
                        "-cp",
                        classPath(),
                        "dev.tidegate.Tidegate",
                        "serve",
                        "--home=" + ground.home(),
                        "--port=0",
                        "--roles=" + roles));
        var process =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(output(ground.home(), roles).toFile())
                        .start();
        return new Program(ground.home(), process, announced);
    }

    /** The program's, without the bench's own classes. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> entry.endsWith(".jar"))
                        .toList());
    }

    private static Path announced(Path home, String roles) {
        boolean api = roles.equals("all") || List.of(roles.split(",")).contains("api");
        return home.resolve("run")
                .resolve(api ? "server.json" : "server-" + roles.replace(',', '-') + ".json");
    }

    static Path output(Path home, String roles) {
        return home.resolve("logs").resolve("bench-" + roles.replace(',', '-') + ".out");
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it said that it is ready; answers with the port of its HTTP. */
    int port() throws Exception {
        long end = System.nanoTime() + READY.toNanos();
        while (System.nanoTime() < end) {
            if (Files.exists(announced)) {
                var said = JsonMapper.shared().readTree(Files.readAllBytes(announced));
                return Integer.parseInt(said.get("url").asString().replaceAll(".*:", ""));
            }
            failIfDead();
            Thread.sleep(20);
        }
        throw new IllegalStateException("the program was not ready within " + READY);
    }

    /**
     * @throws IllegalStateException naming where its last words are
     */
    void failIfDead() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "the program ended with %d; see %s"
                            .formatted(process.exitValue(), home.resolve("logs")));
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Used heap after a collection, in MB, as the JVM's own tool tells it. */
    double liveHeapMb() throws IOException {
        jcmd("GC.run");
        return jcmd("GC.heap_info")
                        .lines()
                        .filter(line -> line.contains("used"))
                        .map(line -> line.replaceAll(".*used ([0-9]+)K.*", "$1"))
                        .mapToDouble(Double::parseDouble)
                        .findFirst()
                        .orElse(0)
                / 1024;
    }

    String jcmd(String... words) throws IOException {
        return jcmd(pid(), words);
    }

    /** What the JDK's own tool says of any JVM. */
    static String jcmd(long pid, String... words) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(String.valueOf(pid));
        command.addAll(List.of(words));
        var tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(tool.getInputStream().readAllBytes());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
