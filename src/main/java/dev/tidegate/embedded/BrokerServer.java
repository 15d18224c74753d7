package dev.tidegate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The broker of a home: formatted once, then started, adopted or stopped. */
record BrokerServer(Home home, Ports ports, BrokerProgram program) {
    private static final String PORT = "broker";
    private static final String CONTROLLER_PORT = "controller";
    private static final int STARTS_MAX = 2;
    private static final int FORMAT_SECONDS_MAX = 60;

    /** A log that wasn't closed is read again from its last checkpoint. */
    private static final Duration RECOVERY_MAX = Duration.ofMinutes(3);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    String address() {
        return "127.0.0.1:" + ports.of(PORT);
    }

    void ensure() {
        if (pid().filter(this::awaitReady).isPresent()) {
            return;
        }
        if (!Files.exists(data())) {
            format();
        }
        for (int start = 1; !start(program.aotOptions()); start++) {
            if (start == STARTS_MAX) {
                throw new EmbeddedFault("the broker doesn't start; " + lastWords());
            }
        }
    }

    Optional<Long> pid() {
        return Processes.bearing("-Dtidegate.mark=" + home.mark("broker")).stream().findFirst();
    }

    boolean answers() {
        return new BrokerProbe(ports.of(PORT)).ready();
    }

    /** Closes the segments cleanly, so that the next start needs no recovery. */
    void stop() {
        pid().ifPresent(pid -> Processes.end(pid, STOP_PATIENCE, "TERM", "KILL"));
        Pid.forget(home, "kafka");
    }

    /** Into a draft that is renamed: a data folder is always formatted. */
    void format() {
        var draft = home.kafka().resolve("data.new");
        Folders.delete(draft);
        var settings = write("format.properties", settings(draft).text());
        new Child(program.format(settings, clusterId()), home.kafka(), output())
                .run(FORMAT_SECONDS_MAX);
        try {
            Files.move(draft, data(), StandardCopyOption.ATOMIC_MOVE);
            Files.delete(settings);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** False when the process ended before it was ready. */
    boolean start(List<String> options) {
        ports.free(PORT);
        ports.free(CONTROLLER_PORT);
        var settings = write("server.properties", settings(data()).text());
        var logging = write("log4j2.properties", BrokerSettings.logging(home.logs()));
        var words = program.serve(settings, logging, options);
        var process = new Child(words, home.kafka(), output()).detach();
        Pid.write(home, "kafka", process.pid());
        return awaitReady(process.pid());
    }

    private boolean awaitReady(long pid) {
        var probe = new BrokerProbe(ports.of(PORT));
        if (!Wait.until(RECOVERY_MAX, () -> !Processes.alive(pid) || probe.ready())) {
            throw new EmbeddedFault(
                    "the broker (process %d) wasn't ready within %d s; %s"
                            .formatted(pid, RECOVERY_MAX.toSeconds(), lastWords()));
        }
        return Processes.alive(pid);
    }

    private BrokerSettings settings(Path data) {
        return new BrokerSettings(data, ports.of(PORT), ports.of(CONTROLLER_PORT));
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(home.kafka().resolve(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String lastWords() {
        return "%s%n%s"
                .formatted(
                        Child.lastWords(output()),
                        Child.lastWords(home.logs().resolve("kafka.log")));
    }

    private Path data() {
        return home.kafka().resolve("data");
    }

    private Path output() {
        return home.logs().resolve("kafka.out");
    }

    /** Kafka's own form of an id: 128 random bits in URL-safe base64. */
    private static String clusterId() {
        var bytes = new byte[2 * Long.BYTES];
        new SecureRandom().nextBytes(bytes);
        var id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return id.startsWith("-") ? clusterId() : id;
    }
}
