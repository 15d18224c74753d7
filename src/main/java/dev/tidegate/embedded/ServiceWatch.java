package dev.tidegate.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a service back that died while a server stands on it: workers wait out a database or a
 * broker that is away, but nobody else would start it again.
 */
public final class ServiceWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ServiceWatch.class);
    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(30);

    private final Path home;
    private final CountDownLatch over = new CountDownLatch(1);
    private EmbeddedServices.Pids pids;

    private ServiceWatch(Path home) {
        this.home = home;
        this.pids = EmbeddedServices.pids(home);
    }

    /** Watches until closed, in a thread of its own. */
    public static ServiceWatch start(Path home) {
        var watch = new ServiceWatch(home);
        Thread.ofPlatform().daemon().name("service-watch").start(watch::run);
        return watch;
    }

    private void run() {
        var pause = PERIOD;
        while (!closed(pause)) {
            pause = alive() || revive() ? PERIOD : longer(pause);
        }
    }

    private boolean alive() {
        return pids.postmaster().filter(Processes::alive).isPresent()
                && pids.broker().filter(Processes::alive).isPresent();
    }

    private boolean revive() {
        log.warn("a service died: PostgreSQL {}, broker {}", pids.postmaster(), pids.broker());
        try {
            EmbeddedServices.ensure(home);
            pids = EmbeddedServices.pids(home);
            log.info("services are back: {}", pids);
            return true;
        } catch (EmbeddedFault fault) {
            log.error("a service doesn't come back: {}", fault.getMessage());
            return false;
        }
    }

    private boolean closed(Duration pause) {
        try {
            return over.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(PAUSE_MAX) < 0 ? twice : PAUSE_MAX;
    }

    @Override
    public void close() {
        over.countDown();
    }
}
