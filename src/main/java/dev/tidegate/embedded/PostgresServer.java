package dev.tidegate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL of a home: made once, then started, adopted or stopped. */
record PostgresServer(Home home, Ports ports) {
    private static final String PORT = "postgres";
    private static final int STARTS_MAX = 3;

    /**
     * A statement of thousands of rows takes megabytes and gives them back at its end. glibc would
     * return them to the kernel each time and have every page cleared again: a tenth of the CPU.
     */
    private static final List<String> KEEPS_MEMORY =
            List.of("env", "MALLOC_TRIM_THRESHOLD_=67108864", "MALLOC_TOP_PAD_=4194304");

    /** Recovery after a crash replays up to max_wal_size; a slow disk may need minutes for it. */
    private static final Duration RECOVERY_MAX = Duration.ofMinutes(5);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(5);

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s"
                .formatted(ports.of(PORT), PostgresBootstrap.DATABASE);
    }

    void ensure() {
        var running = pid();
        if (running.isPresent()) {
            awaitReady(running.get());
        } else {
            launch();
        }
        probe().verify();
    }

    /** The first line of postmaster.pid, if that process is ours and alive. */
    Optional<Long> pid() {
        try {
            var lines = Files.readAllLines(pidFile());
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.getFirst().strip()))
                            .filter(pid -> Processes.bears(pid, mark()));
        } catch (IOException | NumberFormatException notRunning) {
            return Optional.empty();
        }
    }

    boolean answers() {
        return probe().answer() == PostgresProbe.Answer.READY;
    }

    /** A fast shutdown: transactions are rolled back, the checkpoint is written. */
    void stop() {
        pid().ifPresent(pid -> Processes.end(pid, STOP_PATIENCE, "INT", "QUIT", "KILL"));
        endOrphans();
        Pid.forget(home, "postgres");
    }

    private void launch() {
        var program = PostgresProgram.unpacked(home);
        var rights = Rights.reaching(program.postgres(), home);
        if (!Files.exists(home.postgres())) {
            new PostgresBootstrap(home, program, rights).run();
        }
        for (int start = 1; !start(program, rights); start++) {
            if (start == STARTS_MAX) {
                throw new EmbeddedFault("PostgreSQL doesn't start; " + Child.lastWords(log()));
            }
        }
    }

    /** False when the process ended before it was ready, as it may once after a crash. */
    private boolean start(PostgresProgram program, Rights rights) {
        endOrphans();
        configure();
        var words = new ArrayList<>(KEEPS_MEMORY);
        words.addAll(
                List.of(
                        program.postgres().toString(),
                        "-D",
                        home.postgres().toString(),
                        "-c",
                        "cluster_name=" + mark()));
        var process = new Child(rights.command(words), home.folder(), log()).detach();
        Pid.write(home, "postgres", process.pid());
        return awaitReady(process.pid());
    }

    /**
     * Children of a killed postmaster end by themselves within moments. Only when none is left may
     * its lock file go: beside a living one it protects the data, alone it may name a stranger's
     * id.
     */
    private void endOrphans() {
        if (!Wait.until(ORPHAN_PATIENCE, () -> Processes.bearing(mark()).isEmpty())) {
            Processes.bearing(mark())
                    .forEach(pid -> Processes.end(pid, ORPHAN_PATIENCE, "QUIT", "KILL"));
        }
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void configure() {
        write("postgresql.conf", new PostgresSettings(ports.free(PORT)).text());
        write("pg_hba.conf", PostgresSettings.ACCESS);
    }

    /** Readable by the user PostgreSQL runs as; the data folder itself keeps everyone else out. */
    private void write(String name, String text) {
        var file = home.postgres().resolve(name);
        try {
            Files.writeString(file, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean awaitReady(long pid) {
        var probe = probe();
        var answer =
                Wait.until(
                        RECOVERY_MAX,
                        () ->
                                !Processes.alive(pid)
                                        || probe.answer() == PostgresProbe.Answer.READY);
        if (!answer) {
            throw new EmbeddedFault(
                    "PostgreSQL (process %d) wasn't ready within %d s; %s"
                            .formatted(pid, RECOVERY_MAX.toSeconds(), Child.lastWords(log())));
        }
        return Processes.alive(pid);
    }

    private PostgresProbe probe() {
        return new PostgresProbe(
                jdbcUrl(),
                PostgresBootstrap.OWNER,
                new Secrets(home.secrets()).of(PostgresBootstrap.OWNER));
    }

    private String mark() {
        return home.mark("postgres");
    }

    private Path pidFile() {
        return home.postgres().resolve("postmaster.pid");
    }

    private Path log() {
        return home.logs().resolve("postgres.log");
    }
}
