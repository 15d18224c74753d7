package dev.tidegate.cli;

import dev.tidegate.embedded.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server says of itself once it is ready: {@code run/server.json} of the one with the role
 * api, {@code run/server-<roles>[-<port>].json} of the others of the same home.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ServerFile(String url, Long pid, String startedAt, List<String> roles) {
    static Path of(Installation installation, List<String> roles, int port) {
        if (roles.contains("api")) {
            return installation.run().resolve("server.json");
        }
        var name = "server-" + String.join("-", roles) + (port == 0 ? "" : "-" + port);
        return installation.run().resolve(name + ".json");
    }

    /** The one that answers requests, if its process lives. */
    static Optional<ServerFile> api(Installation installation) {
        return read(installation.run().resolve("server.json")).filter(server -> server.lives());
    }

    /** All that live. */
    static List<ServerFile> all(Installation installation) {
        if (!Files.isDirectory(installation.run())) {
            return List.of();
        }
        try (var files = Files.list(installation.run())) {
            return files.filter(file -> file.getFileName().toString().matches("server.*\\.json"))
                    .flatMap(file -> read(file).stream())
                    .filter(server -> server.lives())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Optional<ServerFile> read(Path file) {
        try {
            return Optional.of(JsonMapper.shared().readValue(file, ServerFile.class));
        } catch (JacksonException absentOrBroken) {
            return Optional.empty();
        }
    }

    void write(Path file) {
        try {
            var draft = file.resolveSibling(file.getFileName() + ".new");
            Files.write(draft, JsonMapper.shared().writeValueAsBytes(this));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean lives() {
        return Processes.bears(pid, ServerProcess.ANY);
    }

    boolean hasApi() {
        return roles.contains("api");
    }

    /** Whether it says of itself that it takes work. */
    boolean ready() {
        return Probe.status(url + "/actuator/health/readiness") == 200;
    }
}
