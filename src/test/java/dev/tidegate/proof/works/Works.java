package dev.tidegate.proof.works;

import dev.tidegate.embedded.EmbeddedServices;
import dev.tidegate.embedded.Endpoints;
import dev.tidegate.proof.outside.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * One installation: a home of its own with PostgreSQL and broker, and one server process that can
 * be killed and started again on the same port.
 */
public final class Works implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROGRAM = "dev.tidegate.Tidegate";

    /** Who lives there: the demo's tenants. */
    public static final List<String> TENANTS = List.of("acme", "globex", "initech");

    private static final Duration READY_TIMEOUT = Duration.ofSeconds(120);

    private final Path home;
    private final int port = freePort();
    private List<String> options = List.of("-Xmx768m");
    private @Nullable Process server;

    private Works(Path home) {
        this.home = home;
    }

    /** The shipped program in this (empty or used) home; nothing runs yet. */
    public static Works at(Path home) {
        try {
            Files.createDirectories(home);
            letOthersEnter(home);
            return new Works(home.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Works options(String... jvmOptions) {
        options = List.of(jvmOptions);
        return this;
    }

    /** PostgreSQL as root runs as somebody else, who must reach the folder. */
    private static void letOthersEnter(Path home) throws IOException {
        for (Path folder = home.toAbsolutePath();
                folder != null && Files.isWritable(folder);
                folder = folder.getParent()) {
            var rights = Files.getPosixFilePermissions(folder);
            if (rights.addAll(PosixFilePermissions.fromString("--------x"))) {
                Files.setPosixFilePermissions(folder, rights);
            }
        }
    }

    /**
     * Starts the server with these roles, or all; embedded services that don't run are started with
     * it.
     */
    public void start(String... roles) {
        var all = new ArrayList<>(List.of("serve", "--home=" + home, "--port=" + port));
        if (roles.length > 0) {
            all.add("--roles=" + String.join(",", roles));
        }
        server = new Jvm(PROGRAM, options, all).start(home.resolve("server.out"));
    }

    public void startAndAwait() {
        start();
        awaitReady();
    }

    public void awaitReady() {
        Awaitility.await("the server is ready")
                .pollInterval(Duration.ofMillis(50))
                .atMost(READY_TIMEOUT)
                .until(
                        () -> {
                            if (server != null && !server.isAlive()) {
                                throw new IllegalStateException("the server ended: " + lastWords());
                            }
                            return answers("/actuator/health/readiness");
                        });
    }

    public boolean answers(String path) {
        return Door.anybody(url()).get(path).map(answer -> answer.status() == 200).orElse(false);
    }

    public boolean serverLives() {
        return server != null && server.isAlive();
    }

    public Optional<Long> serverPid() {
        return Optional.ofNullable(server).filter(Process::isAlive).map(Process::pid);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public Path home() {
        return home;
    }

    public Endpoints endpoints() {
        return EmbeddedServices.ensure(home);
    }

    /** The way in of a tenant's client, by the credentials that the first start wrote. */
    public Door door(String tenant) {
        var client =
                JSON.readTree(home.resolve("credentials.json").toFile())
                        .path("tenants")
                        .path(tenant);
        return Door.of(
                url(),
                client.path("client_id").asString(),
                client.path("client_secret").asString());
    }

    /** The database as its owner sees it, with the walls open for the named tenants. */
    public JdbcClient database(List<String> tenants) {
        var endpoints = endpoints();
        var source =
                new SingleConnectionDataSource(
                        endpoints.jdbcUrl(),
                        endpoints.ownerUser(),
                        endpoints.ownerPassword(),
                        true);
        var jdbc = JdbcClient.create(source);
        jdbc.sql("select set_config('tidegate.tenants', ?, false)")
                .param(String.join(",", tenants))
                .query(String.class)
                .single();
        return jdbc;
    }

    /**
     * Kill -9: no hook runs, nothing is flushed.
     *
     * @return whether there was such a process
     */
    public boolean kill(Victim victim) {
        var pids = EmbeddedServices.pids(home);
        var pid =
                switch (victim) {
                    case SERVER -> serverPid();
                    case BROKER -> pids.broker();
                    case POSTGRES -> pids.postmaster();
                };
        return pid.flatMap(ProcessHandle::of).map(Works::kill).orElse(false);
    }

    private static boolean kill(ProcessHandle process) {
        boolean killed = process.destroyForcibly();
        process.onExit().join();
        return killed;
    }

    /** The end of what the server said. */
    public String lastWords() {
        try {
            var lines = Files.readAllLines(home.resolve("server.out"));
            return String.join("\n", lines.subList(Math.max(lines.size() - 30, 0), lines.size()));
        } catch (IOException e) {
            return "nothing, " + e;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill(Victim.SERVER);
        EmbeddedServices.stop(home);
    }

    /** What can be killed. */
    public enum Victim {
        SERVER,
        BROKER,
        POSTGRES
    }
}
