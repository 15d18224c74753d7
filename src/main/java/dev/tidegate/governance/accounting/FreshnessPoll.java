package dev.tidegate.governance.accounting;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.log.LogClient;
import dev.tidegate.platform.log.Topics;
import dev.tidegate.platform.sql.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the log a few times a second and keeps the {@link Watermark}, so that a reader of stock
 * waits for neither the log nor a sum. While a look fails the last answer stands and grows old,
 * which is the truth.
 */
public final class FreshnessPoll implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FreshnessPoll.class);
    private static final long EVERY_MS = 250;
    private static final long ANSWER_TIMEOUT_MS = 3_000;
    private static final String TENANTS = "select tenant from governance.tenant";
    private static final String POSITIONS =
            """
            select consumer, topic, partition, next_offset from platform.log_position
            where consumer in ('tally', 'processing', 'operations')
            """;

    /** Source by source: what one's commands applied early must not hide what another waits for. */
    private static final String SETTLED =
            """
            select tenant from (
                select tenant,
                       coalesce(sum(value) filter (where consumer = 'tally' and measure = 'messages'), 0)
                       = coalesce(sum(value) filter (where consumer = 'processing' and measure = 'messages'), 0)
                       and coalesce(sum(value) filter (where measure = 'entries'), 0)
                       = coalesce(sum(value) filter (where consumer = 'operations'), 0) as settled
                from platform.log_count group by tenant, source) of_source
            group by tenant having bool_and(settled)
            """;

    private final Database database;
    private final Topics topics;
    private final Admin admin;
    private final Clock clock;
    private final Duration objective;
    private final Watermark watermark = new Watermark();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("freshness").factory());

    /**
     * @param objective how old the newest vouched moment may be before numbers count as delayed
     */
    public FreshnessPoll(Database database, LogClient client, Clock clock, Duration objective) {
        this.database = database;
        this.topics = client.topics();
        this.admin = client.admin();
        this.clock = clock;
        this.objective = objective;
        timer.scheduleWithFixedDelay(this::poll, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    public Freshness of(TenantId tenant) {
        synchronized (watermark) {
            return Freshness.at(watermark.asOf(tenant.value()), clock.instant(), objective);
        }
    }

    private void poll() {
        try {
            var look = look();
            synchronized (watermark) {
                watermark.add(look);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            log.debug("freshness not known this time: {}", e.toString());
        }
    }

    private Watermark.Look look() throws Exception {
        Instant at = clock.instant();
        var positions = positions();
        var settled = settled();
        var ends = ends();
        var raw = part(ends, Set.of(topics.rawExpress(), topics.rawSurge()));
        var tallied = positions.getOrDefault(Tally.CONSUMER, Map.of());
        return new Watermark.Look(
                at,
                raw,
                part(ends, Set.copyOf(topics.processed())),
                positions.getOrDefault(Measures.PROCESSING, Map.of()),
                positions.getOrDefault(Measures.OPERATIONS, Map.of()),
                Watermark.passed(tallied, raw) ? settled : Set.of());
    }

    private Map<String, Map<TopicPartition, Long>> positions() {
        var all = new HashMap<String, Map<TopicPartition, Long>>();
        database.unscoped(
                jdbc -> {
                    jdbc.sql(POSITIONS)
                            .query(
                                    row -> {
                                        all.computeIfAbsent(row.getString(1), c -> new HashMap<>())
                                                .put(
                                                        new TopicPartition(
                                                                row.getString(2), row.getInt(3)),
                                                        row.getLong(4));
                                    });
                    return all.size();
                });
        return all;
    }

    private Set<String> settled() {
        List<TenantId> tenants =
                database.unscoped(jdbc -> jdbc.sql(TENANTS).query(String.class).list()).stream()
                        .map(TenantId::new)
                        .toList();
        return database.inTenants(
                tenants, jdbc -> new HashSet<>(jdbc.sql(SETTLED).query(String.class).list()));
    }

    private Map<TopicPartition, Long> ends() throws Exception {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        var wanted = new ArrayList<>(topics.processed());
        wanted.add(topics.rawExpress());
        wanted.add(topics.rawSurge());
        var partitions = topics.partitions();
        for (String topic : wanted) {
            for (int i = 0; i < partitions.getOrDefault(topic, 0); i++) {
                asked.put(new TopicPartition(topic, i), OffsetSpec.latest());
            }
        }
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(asked)
                .all()
                .get(ANSWER_TIMEOUT_MS, TimeUnit.MILLISECONDS)
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static Map<TopicPartition, Long> part(
            Map<TopicPartition, Long> ends, Set<String> wanted) {
        var part = new HashMap<>(ends);
        part.keySet().removeIf(partition -> !wanted.contains(partition.topic()));
        return part;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        admin.close(Duration.ofSeconds(1));
    }
}
