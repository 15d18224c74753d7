package dev.tidegate.platform;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a copy of something in the database fresh, once at the start and then at a steady pace.
 * While the database doesn't answer the last copy stands, and that is said once.
 */
public final class Refresher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Refresher.class);

    private final String what;
    private final Runnable refresh;
    private final ScheduledExecutorService timer;
    private boolean failing;

    /**
     * @throws RuntimeException when the first refresh fails: there is no copy to stand on
     */
    public Refresher(String what, Duration every, Runnable refresh) {
        this.what = what;
        this.refresh = refresh;
        refresh.run();
        this.timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name(what).factory());
        timer.scheduleWithFixedDelay(
                this::again, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void again() {
        try {
            refresh.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("{} can't be refreshed, the last copy stands: {}", what, e.toString());
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
