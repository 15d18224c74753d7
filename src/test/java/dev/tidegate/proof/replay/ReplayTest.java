package dev.tidegate.proof.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.Role;
import dev.tidegate.operations.state.StateHash;
import dev.tidegate.operations.state.StateQueries;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Scopes;
import dev.tidegate.proof.outside.Door;
import dev.tidegate.proof.outside.Historian;
import dev.tidegate.proof.outside.Partner;
import dev.tidegate.proof.works.Given;
import dev.tidegate.proof.works.Jvm;
import dev.tidegate.proof.works.Report;
import dev.tidegate.testing.Plant;
import dev.tidegate.testing.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live run of every kind of message, and the same log read again and again. */
@Tag("slow")
class ReplayTest {
    private static final int MESSAGES = (int) Given.number("messages", 1_500);
    private static final List<String> TENANTS = List.of("acme", "globex");
    private static final int PROCESSES = 3;

    /** They start at once and live for seconds: code made quickly is worth more than quick code. */
    private static final List<String> QUICK_TO_START =
            List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");

    @TempDir static Path folder;
    private static Plant live;
    private static List<StateHash> state;

    @BeforeAll
    static void liveRun() throws Exception {
        live = Plant.open(ReplayTest.class);
        try (var served =
                Served.on(
                        live,
                        EnumSet.allOf(Role.class),
                        Map.of("tidegate.demo.enabled", "false"))) {
            for (String tenant : TENANTS) {
                send(served, tenant);
            }
            new Progress(live).awaitEnd();
        }
        state = state(live);
        assertThat(state)
                .allSatisfy(
                        hash ->
                                assertThat(hash.tables().stream().filter(t -> t.rows() > 0))
                                        .as("tables with rows")
                                        .hasSizeGreaterThan(6));
    }

    private static void send(Served served, String tenant) throws Exception {
        var client = served.client(tenant, tenant, Scopes.OF_A_TENANT.toArray(String[]::new));
        var door = Door.of(served.url("").toString(), client.id(), client.secret());
        door.makeSource(Partner.SOURCE, "json");
        try (var historian = new Historian(folder.resolve(tenant + ".jsonl"))) {
            new Partner(tenant, door, 3, 0, historian).send(MESSAGES);
        }
    }

    @AfterAll
    static void close() {
        live.close();
    }

    @Test
    void aReplayEndsInTheSameState() {
        replayInOneProcess(1);
    }

    @Test
    void andSoDoesTheNext() {
        replayInOneProcess(2);
    }

    private static void replayInOneProcess(int generation) {
        try (var replay = live.replay(generation)) {
            Directory.copy(live, replay, TENANTS);
            long started = System.nanoTime();
            try (var _ = Served.on(replay, EnumSet.of(Role.PROCESS, Role.OPERATE), Map.of())) {
                new Progress(replay).awaitEnd();
            }
            tell(1, started);
            assertThat(state(replay)).isEqualTo(state);
        }
    }

    @Test
    void andSoDoesOneSharedByThreeProcesses() throws IOException {
        try (var replay = live.replay(3)) {
            Directory.copy(live, replay, TENANTS);
            long started = System.nanoTime();
            var processes = new ArrayList<Process>();
            try {
                for (int i = 0; i < PROCESSES; i++) {
                    processes.add(process(replay, folder.resolve("process-" + i)));
                }
                new Progress(replay).awaitEnd();
                assertThat(processes).allMatch(Process::isAlive);
            } finally {
                processes.forEach(Process::destroyForcibly);
                processes.forEach(process -> process.onExit().join());
            }
            tell(PROCESSES, started);
            assertThat(state(replay)).isEqualTo(state);
        }
    }

    private static Process process(Plant replay, Path home) throws IOException {
        Files.createDirectories(home);
        var settings = new Properties();
        settings.putAll(replay.properties());
        try (var out = Files.newBufferedWriter(home.resolve("tidegate.properties"))) {
            settings.store(out, null);
        }
        return new Jvm(
                        "dev.tidegate.Tidegate",
                        QUICK_TO_START,
                        List.of("serve", "--home=" + home, "--port=0", "--roles=process,operate"))
                .start(home.resolve("server.out"));
    }

    private static List<StateHash> state(Plant plant) {
        var queries = new StateQueries(plant.database());
        return TENANTS.stream().map(tenant -> queries.of(new TenantId(tenant))).toList();
    }

    private static void tell(int processes, long started) {
        Report.add(
                "replay",
                Map.of(
                        "messages",
                        MESSAGES * TENANTS.size(),
                        "processes",
                        processes,
                        "seconds",
                        (System.nanoTime() - started) / 1e9));
    }
}
