package dev.tidegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.embedded.EmbeddedServices;
import dev.tidegate.embedded.Processes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole installation, walked through its life by the commands a user has. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerLifeTest {
    private static Path folder;
    private static Path home;

    @BeforeAll
    static void layOut() throws IOException {
        folder = Files.createTempDirectory("life");
        home = folder.resolve("home");
    }

    @AfterAll
    static void clear() throws Exception {
        run("down");
        Fresh.deleteTree(folder);
    }

    @Test
    @Order(1)
    void upComesBackWhenReadyAndPrintsOneObject() throws Exception {
        var up = up();

        assertThat(up.propertyNames())
                .containsExactly(
                        "url", "console", "docs", "credentials", "home", "pid", "ready_ms");
        assertThat(Probe.status(up.path("url").asString() + "/actuator/health/readiness"))
                .isEqualTo(200);
        assertThat(run("status").code).isZero();
    }

    @Test
    @Order(2)
    void upOfWhatIsUpIsTheSameServer() throws Exception {
        var pid = ServerFile.api(installation()).orElseThrow().pid();
        assertThat(up().path("pid").asLong()).isEqualTo(pid);
    }

    @Test
    @Order(3)
    void aKilledServerLeavesItsServicesAndComesBackOnThem() throws Exception {
        var services = EmbeddedServices.pids(home);
        var server = ServerFile.api(installation()).orElseThrow();
        Processes.end(server.pid(), Duration.ofSeconds(5), "KILL");

        assertThat(run("status").code).isEqualTo(1);
        assertThat(up().path("pid").asLong()).isNotEqualTo(server.pid());
        assertThat(EmbeddedServices.pids(home)).isEqualTo(services);
    }

    @Test
    @Order(4)
    void killedServicesComeBackByThemselves() {
        var before = EmbeddedServices.pids(home);
        Processes.end(before.postmaster().orElseThrow(), Duration.ofSeconds(5), "KILL");
        Processes.end(before.broker().orElseThrow(), Duration.ofSeconds(5), "KILL");

        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () ->
                                EmbeddedServices.health(home)
                                        .equals(new EmbeddedServices.Health(true, true)));
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> ServerFile.api(installation()).orElseThrow().ready());
    }

    @Test
    @Order(5)
    void anotherRoleOfTheSameHomeRunsBeside() throws Exception {
        var beside = json(run("up", "--detach", "--json", "--roles", "operate"));

        assertThat(ServerFile.all(installation())).hasSize(2);
        assertThat(beside.path("pid").asLong())
                .isNotEqualTo(ServerFile.api(installation()).orElseThrow().pid());
    }

    @Test
    @Order(6)
    void downLeavesNothingRunning() throws Exception {
        assertThat(json(run("down", "--json")).path("stopped").size()).isEqualTo(4);
        assertThat(ServerFile.all(installation())).isEmpty();
        assertThat(EmbeddedServices.pids(home).postmaster()).isEmpty();
        assertThat(EmbeddedServices.pids(home).broker()).isEmpty();
        assertThat(json(run("down", "--json")).path("stopped").size()).isZero();
    }

    @Test
    @Order(7)
    void aHomeOfAnotherBuildIsToldAsThatInAFewLines() throws Exception {
        var endpoints = EmbeddedServices.ensure(home);
        var owner =
                JdbcClient.create(
                        new DriverManagerDataSource(
                                endpoints.jdbcUrl(),
                                endpoints.ownerUser(),
                                endpoints.ownerPassword()));
        owner.sql("update platform.flyway_history set checksum = 1 where version = '1'").update();
        owner.sql("comment on schema platform is 'the scripts of another build'").update();

        assertThat(run("up", "--detach", "--port", "0").code).isEqualTo(Exit.MISSING);
        assertThat(Files.readAllLines(folder.resolve("err")))
                .hasSizeLessThan(6)
                .anyMatch(line -> line.contains("laid out by another build"))
                .anyMatch(line -> line.contains("./tidegate up --fresh"))
                .noneMatch(line -> line.contains("Exception"));
    }

    @Test
    @Order(8)
    void freshInTheForegroundStartsAnewAndAnInterruptStopsEverything() throws Exception {
        var up = start("up", "--fresh", "--port", "0");
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> Files.readString(folder.resolve("err")).contains("ctrl-C"));
        assertThat(Files.readString(folder.resolve("out"))).contains("console", "credentials");

        Processes.end(up.pid(), Duration.ofMinutes(1), "INT");
        assertThat(ServerFile.all(installation())).isEmpty();
        assertThat(EmbeddedServices.pids(home).postmaster()).isEmpty();
    }

    private static Installation installation() {
        return new Installation(Path.of("").toAbsolutePath(), home);
    }

    private record Run(int code, String out) {}

    private static JsonNode up() throws Exception {
        return json(run("up", "--detach", "--json", "--port", "0"));
    }

    private static JsonNode json(Run run) throws IOException {
        assertThat(run.code).as(Files.readString(folder.resolve("err"))).isZero();
        return JsonMapper.shared().readTree(run.out);
    }

    private static Run run(String... arguments) throws Exception {
        var process = start(arguments);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), Files.readString(folder.resolve("out")));
    }

    /**
     * As the launcher runs it, only from the classes under test. A test in the background has
     * inherited that interrupts are ignored, and a JVM keeps to that; a terminal's hasn't.
     */
    private static Process start(String... arguments) throws IOException {
        var classPath =
                "target/classes"
                        + File.pathSeparator
                        + System.getProperty("java.class.path")
                                .replaceAll("[^:]*/target/(test-)?classes:?", "");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words =
                new ArrayList<>(
                        List.of(
                                "env",
                                "--default-signal=INT",
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classPath,
                                "dev.tidegate.Tidegate"));
        words.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(words)
                        .redirectOutput(folder.resolve("out").toFile())
                        .redirectError(folder.resolve("err").toFile());
        builder.environment().put("TIDEGATE_HOME", home.toString());
        return builder.start();
    }
}
