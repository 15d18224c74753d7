package dev.tidegate.operations.fact;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.log.LogClient;
import dev.tidegate.platform.sql.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Empties the outbox into the log: at least once, in the order of changes of any one key. Reads,
 * sends, waits for every acknowledgement and deletes in one transaction, under a lock that the
 * transaction holds: one relay at a time in a cell, and a dead one's turn ends with its connection.
 */
public final class OutboxRelay implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final long LOCK = 0x71DE_6A7EL;
    private static final long ACKNOWLEDGED_MAX_MS = 30_000;

    /** What is sent is flushed at the end of each turn; until then it gathers. */
    private static final int LINGER_MS = 1_000;

    private static final String TENANTS = "select tenant from governance.tenant";
    private static final String TURN = "select pg_try_advisory_xact_lock(?)";
    private static final String END_IF_IDLE =
            "set local idle_in_transaction_session_timeout = '60s'";
    private static final String READ =
            "select id, tenant, facts from operations.outbox order by id limit ?";
    private static final String DELETE = "delete from operations.outbox where id = any(?)";

    private final Database database;
    private final LogClient client;
    private final FactRecords records;
    private final Plan plan;
    private final Semaphore written = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().name("outbox-relay").unstarted(this::run);
    private volatile boolean running = true;

    /**
     * @param rowsMax rows sent in one transaction; a row holds the facts of one batch and tenant
     * @param idle how long it rests when there is nothing to send and nobody wakes it
     * @param backoffMax longest wait between two tries
     */
    public record Plan(int rowsMax, Duration idle, Duration backoffMax) {}

    private record Row(long id, String tenant, byte[] facts) {}

    public OutboxRelay(Database database, LogClient client, Plan plan) {
        this.database = database;
        this.client = client;
        this.plan = plan;
        this.records = new FactRecords(client.topics().fact(), client.topics().reprocess());
    }

    public OutboxRelay start() {
        thread.start();
        return this;
    }

    /** Tells that something was written, so that it need not wait for the next look. */
    public void wake() {
        written.release();
    }

    private void run() {
        long backoffMs = 50;
        while (running) {
            try (var producer = client.producer("outbox-relay", LINGER_MS)) {
                backoffMs = 50;
                relay(producer);
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                if (running) {
                    log.warn("outbox: waits {} ms and tries again: {}", backoffMs, e.toString());
                    backoffMs = pause(backoffMs);
                }
            }
        }
    }

    private long pause(long backoffMs) {
        try {
            Thread.sleep(backoffMs);
        } catch (InterruptedException e) {
            running = false;
        }
        return Math.min(backoffMs * 2, plan.backoffMax().toMillis());
    }

    private void relay(KafkaProducer<byte[], byte[]> producer) throws InterruptedException {
        while (running) {
            int sent = relayOnce(producer);
            if (sent < plan.rowsMax()) {
                written.tryAcquire(plan.idle().toMillis(), TimeUnit.MILLISECONDS);
            }
            written.drainPermits();
        }
    }

    /**
     * @return how many rows went out; 0 also when it is another relay's turn
     */
    int relayOnce(KafkaProducer<byte[], byte[]> producer) {
        var tenants = database.unscoped(OutboxRelay::tenants);
        return database.inTenants(
                tenants,
                jdbc -> {
                    if (!jdbc.sql(TURN).param(LOCK).query(Boolean.class).single()) {
                        return 0;
                    }
                    var rows = read(jdbc);
                    if (!rows.isEmpty()) {
                        jdbc.sql(END_IF_IDLE).update();
                        send(producer, rows);
                        var ids = rows.stream().mapToLong(Row::id).toArray();
                        jdbc.sql(DELETE).param(ids).update();
                    }
                    return rows.size();
                });
    }

    private static List<TenantId> tenants(JdbcClient jdbc) {
        return jdbc.sql(TENANTS).query(String.class).list().stream().map(TenantId::new).toList();
    }

    private List<Row> read(JdbcClient jdbc) {
        return jdbc.sql(READ)
                .param(plan.rowsMax())
                .query((row, n) -> new Row(row.getLong(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    private void send(KafkaProducer<byte[], byte[]> producer, List<Row> rows) {
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (Row row : rows) {
            for (var one : records.of(row.tenant(), row.facts())) {
                sent.add(producer.send(one));
            }
        }
        producer.flush();
        try {
            for (var one : sent) {
                one.get(ACKNOWLEDGED_MAX_MS, TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the log did not take the facts: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending facts", e);
        }
    }

    @Override
    public void close() {
        running = false;
        wake();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
