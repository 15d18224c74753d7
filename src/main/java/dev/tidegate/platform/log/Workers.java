package dev.tidegate.platform.log;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;

/**
 * Some workers of one kind, started and ended together. They start once everything else has, the
 * web server too: behind a backlog they would take the machine from a start, and the first answer
 * would wait for work that can wait. They end before anything that they use.
 */
public final class Workers implements SmartLifecycle {
    private final int count;
    private final Supplier<LogWorker> made;
    private List<LogWorker> workers = List.of();

    private Workers(int count, Supplier<LogWorker> made) {
        this.count = count;
        this.made = made;
    }

    public static Workers of(int count, Supplier<LogWorker> made) {
        return new Workers(count, made);
    }

    @Override
    public synchronized void start() {
        workers = Stream.generate(made).limit(count).map(LogWorker::start).toList();
    }

    @Override
    public synchronized void stop() {
        workers.forEach(LogWorker::stop);
        workers.forEach(LogWorker::close);
        workers = List.of();
    }

    @Override
    public synchronized boolean isRunning() {
        return !workers.isEmpty();
    }
}
