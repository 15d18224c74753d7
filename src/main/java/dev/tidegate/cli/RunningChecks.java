package dev.tidegate.cli;

import dev.tidegate.embedded.EmbeddedServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether everything that should run does run, and answers. */
record RunningChecks(Installation installation) {
    List<Check> all() {
        var checks = new ArrayList<Check>();
        var servers = ServerFile.all(installation);
        if (servers.stream().noneMatch(ServerFile::hasApi)) {
            checks.add(Check.wrong("server", "not running", "./tidegate up --detach"));
        }
        servers.forEach(server -> checks.add(server(server)));
        checks.addAll(services());
        return checks;
    }

    private static Check server(ServerFile server) {
        var who =
                "%s, process %d, roles %s, since %s"
                        .formatted(
                                server.url(),
                                server.pid(),
                                String.join(",", server.roles()),
                                server.startedAt());
        return server.ready()
                ? Check.ok("server", "ready at " + who)
                : Check.wrong("server", "alive but not ready at " + who, "./tidegate logs");
    }

    private List<Check> services() {
        var settings = new ServeSettings(installation, 0, false);
        if (settings.external()) {
            return List.of(Check.ok("services", "PostgreSQL and Kafka of your own"));
        }
        var pids = EmbeddedServices.pids(installation.home());
        var health = EmbeddedServices.health(installation.home());
        return List.of(
                service(
                        "postgres",
                        pids.postmaster(),
                        health.postgres(),
                        "every commit flushed to disk"),
                service("broker", pids.broker(), health.broker(), "every append flushed to disk"));
    }

    private static Check service(
            String name, Optional<Long> pid, boolean answers, String durability) {
        if (pid.isEmpty()) {
            return Check.wrong(name, "not running", "./tidegate up --detach");
        }
        return answers
                ? Check.ok(name, "process %d, %s".formatted(pid.get(), durability))
                : Check.wrong(
                        name,
                        "process %d doesn't answer".formatted(pid.get()),
                        "./tidegate down && ./tidegate up --detach");
    }
}
