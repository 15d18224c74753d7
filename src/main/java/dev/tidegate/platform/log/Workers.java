package dev.tidegate.platform.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Some workers of one kind, started and ended together. */
public final class Workers implements AutoCloseable {
    private final List<LogWorker> workers;

    private Workers(List<LogWorker> workers) {
        this.workers = workers;
    }

    public static Workers start(int count, Supplier<LogWorker> made) {
        var workers = new ArrayList<LogWorker>();
        for (int i = 0; i < count; i++) {
            workers.add(made.get().start());
        }
        return new Workers(workers);
    }

    @Override
    public void close() {
        workers.forEach(LogWorker::stop);
        workers.forEach(LogWorker::close);
    }
}
