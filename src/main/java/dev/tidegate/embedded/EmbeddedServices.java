package dev.tidegate.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The local PostgreSQL and broker of one home folder. Nothing here is static: two homes are two
 * pairs of servers, and two programs on one home share one pair.
 */
public final class EmbeddedServices {
    private EmbeddedServices() {}

    /** Process ids as they are now; empty means that the server isn't running. */
    public record Pids(Optional<Long> postmaster, Optional<Long> broker) {}

    /** Whether each server answers, asked over its own protocol. */
    public record Health(boolean postgres, boolean broker) {}

    /**
     * Starts what isn't running and adopts what is, both at once; returns when both serve.
     *
     * @throws EmbeddedFault when one can't be had
     */
    public static Endpoints ensure(Path folder) {
        var home = Home.prepare(folder);
        try (var _ = HomeLock.acquire(home);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var postgres = postgres(home);
            var broker = broker(home);
            Future<?> database = threads.submit(postgres::ensure);
            Future<?> log = threads.submit(broker::ensure);
            await(database);
            await(log);
            var secrets = new Secrets(home.secrets());
            return new Endpoints(
                    postgres.jdbcUrl(),
                    PostgresBootstrap.OWNER,
                    secrets.of(PostgresBootstrap.OWNER),
                    PostgresBootstrap.APP,
                    secrets.of(PostgresBootstrap.APP),
                    broker.address());
        }
    }

    /** Stops both in order: PostgreSQL writes its checkpoint, the broker closes its segments. */
    public static void stop(Path folder) {
        var home = Home.prepare(folder);
        try (var _ = HomeLock.acquire(home);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> stops =
                    List.of(
                            Executors.callable(postgres(home)::stop),
                            Executors.callable(broker(home)::stop));
            for (var stop : stops.stream().map(threads::submit).toList()) {
                await(stop);
            }
        }
    }

    public static Pids pids(Path folder) {
        var home = Home.at(folder);
        return new Pids(postgres(home).pid(), broker(home).pid());
    }

    public static Health health(Path folder) {
        var home = Home.at(folder);
        var pids = pids(folder);
        return new Health(
                pids.postmaster().isPresent() && postgres(home).answers(),
                pids.broker().isPresent() && broker(home).answers());
    }

    /**
     * Makes the broker's ahead-of-time cache, which halves its start, in about 15 s of CPU; does
     * nothing when it is there. Meant for a process of low priority.
     *
     * @param folder a throw-away home: its broker is started and stopped
     */
    public static void train(Path folder) {
        BrokerTraining.run(Home.prepare(folder));
    }

    private static PostgresServer postgres(Home home) {
        return new PostgresServer(home, Ports.of(home));
    }

    private static BrokerServer broker(Home home) {
        return new BrokerServer(home, Ports.of(home), BrokerProgram.installed(home));
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof EmbeddedFault fault
                    ? fault
                    : new EmbeddedFault("an embedded server failed to start", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EmbeddedFault("interrupted while waiting for a server", interrupted);
        }
    }
}
