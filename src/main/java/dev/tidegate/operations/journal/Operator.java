package dev.tidegate.operations.journal;

import dev.tidegate.contract.CanonicalCodec;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.log.LogBatch;
import dev.tidegate.platform.log.LogBatch.Count;
import dev.tidegate.platform.log.LogWorker;
import dev.tidegate.platform.sql.Database;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applies batches of the log: one transaction holds effects, counts and position. A batch that
 * fails by its data is halved until the bad event stands alone, which is parked; each part is a
 * transaction of its own, its counts move with it, and the position moves with the last. After a
 * crash in between the batch comes again, and the journal knows what was done. Not thread-safe: one
 * a worker.
 */
public final class Operator implements LogWorker.Handler {
    private static final Logger log = LoggerFactory.getLogger(Operator.class);

    private final CanonicalCodec codec = new CanonicalCodec();
    private final Database database;
    private final Applier applier;
    private final FateMeters meters;
    private final Runnable committed;

    /**
     * @param committed told after each commit, such as to wake the relay
     */
    public Operator(Database database, Applier applier, FateMeters meters, Runnable committed) {
        this.database = database;
        this.applier = applier;
        this.meters = meters;
        this.committed = committed;
    }

    /** An event and where it was read. */
    private record Read(String topic, int partition, CanonicalEvent event) {}

    /** What makes outcomes of events within a transaction. */
    private interface Applying {
        List<Outcome> apply(JdbcClient jdbc, List<CanonicalEvent> events);
    }

    /** What moves in the transaction of the outcomes. */
    private interface Counting {
        void count(JdbcClient jdbc, Map<Count, Long> counts);
    }

    @Override
    public void handle(LogBatch batch) {
        long started = System.nanoTime();
        var events = decode(batch);
        try {
            transact(events, applier::apply, batch::commit, started);
        } catch (RuntimeException e) {
            waitUnlessData(e);
            halve(batch, events, e);
            database.unscoped(
                    jdbc -> {
                        batch.commit(jdbc, Map.of());
                        return true;
                    });
        }
    }

    /**
     * Bytes that are no canonical event of a known schema are a newer program's: they wait for one
     * that knows it.
     */
    private List<Read> decode(LogBatch batch) {
        var events = new ArrayList<Read>(batch.records().size());
        for (var one : batch.records()) {
            events.add(new Read(one.topic(), one.partition(), codec.decode(one.value())));
        }
        return events;
    }

    private void halve(LogBatch batch, List<Read> events, RuntimeException why) {
        if (events.size() == 1) {
            park(batch, events, why);
            return;
        }
        int middle = events.size() / 2;
        part(batch, events.subList(0, middle));
        part(batch, events.subList(middle, events.size()));
    }

    private void part(LogBatch batch, List<Read> events) {
        try {
            transact(events, applier::apply, batch::count, System.nanoTime());
        } catch (RuntimeException e) {
            waitUnlessData(e);
            halve(batch, events, e);
        }
    }

    private void park(LogBatch batch, List<Read> one, RuntimeException why) {
        var id = one.getFirst().event().id();
        log.warn("{} is parked: {}", id, Failure.couldNotApply(why).reason());
        log.debug("{}", id, why);
        transact(
                one,
                (jdbc, events) -> List.of(applier.park(jdbc, events.getFirst(), why)),
                batch::count,
                System.nanoTime());
    }

    private static void waitUnlessData(RuntimeException e) {
        if (Faults.ofTheEnvironment(e)) {
            throw e;
        }
    }

    private void transact(List<Read> read, Applying applying, Counting counting, long started) {
        var events = read.stream().map(Read::event).toList();
        var outcomes =
                database.inTenants(
                        tenants(events),
                        jdbc -> {
                            var all = applying.apply(jdbc, events);
                            counting.count(jdbc, counts(read, all));
                            return all;
                        });
        if (!outcomes.isEmpty()) {
            meters.committed(outcomes, System.nanoTime() - started);
            committed.run();
        }
    }

    private static Map<Count, Long> counts(List<Read> read, List<Outcome> outcomes) {
        var counts = new FateCounts();
        for (int i = 0; i < outcomes.size(); i++) {
            counts.add(read.get(i).topic(), read.get(i).partition(), outcomes.get(i));
        }
        return counts.all();
    }

    private static Set<TenantId> tenants(List<CanonicalEvent> events) {
        var tenants = new HashSet<TenantId>();
        events.forEach(event -> tenants.add(event.tenant()));
        return tenants;
    }
}
