package dev.tidegate.platform.log;

import dev.tidegate.platform.sql.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Spreads a consumer's partitions over its living workers by short leases in PostgreSQL. There is
 * no group to rebalance: a worker renews what it holds, gives back what exceeds its fair share, and
 * takes what has no owner or an expired one, with the next epoch. Shares are cut across topics:
 * where there are several, each worker has some of every one. A dead worker's partitions are free
 * again after {@code timeToLive}.
 */
final class Leases {
    private static final String ENROL =
            """
            insert into platform.log_position (consumer, topic, partition)
            select ?, ?, generate_series(0, ? - 1) on conflict do nothing
            """;
    private static final String HEARTBEAT =
            """
            insert into platform.member (role, process, expires_at) values (?, ?, now() + ? * interval '1 ms')
            on conflict (role, process) do update set expires_at = excluded.expires_at
            """;

    /** Two that bury at one time pass over each other's rows rather than wait in a circle. */
    private static final String BURY =
            """
            delete from platform.member where (role, process) in (
                select role, process from platform.member
                where role = ? and expires_at < now() for update skip locked)
            """;

    private static final String FAIR_SHARE =
            """
            select ceil((select count(*) from platform.log_position where consumer = ?)::numeric
                        / greatest((select count(*) from platform.member where role = ?), 1))::int
            """;
    private static final String GIVE_BACK =
            """
            update platform.log_position set owner = null, expires_at = '-infinity'
            where consumer = ? and owner = ? and (topic, partition) in (
                select topic, partition from platform.log_position
                where consumer = ? and owner = ? order by partition, topic offset ?)
            """;
    private static final String RENEW =
            """
            update platform.log_position set expires_at = now() + ? * interval '1 ms'
            where consumer = ? and owner = ? and expires_at > now()
            """;
    private static final String TAKE =
            """
            update platform.log_position set owner = ?, epoch = epoch + 1,
                   expires_at = now() + ? * interval '1 ms'
            where consumer = ? and (topic, partition) in (
                select topic, partition from platform.log_position
                where consumer = ? and (owner is null or expires_at <= now())
                order by partition, topic limit greatest(? - ?, 0) for update skip locked)
            """;
    private static final String HELD =
            """
            select topic, partition, epoch, next_offset from platform.log_position
            where consumer = ? and owner = ? and expires_at > now() order by topic, partition
            """;
    private static final String RESIGN =
            """
            update platform.log_position set owner = null, expires_at = '-infinity'
            where consumer = ? and owner = ?
            """;
    private static final String LEAVE =
            "delete from platform.member where role = ? and process = ?";

    private final Database database;
    private final String consumer;
    private final UUID worker;
    private final long timeToLiveMs;

    Leases(Database database, String consumer, UUID worker, Duration timeToLive) {
        this.database = database;
        this.consumer = consumer;
        this.worker = worker;
        this.timeToLiveMs = timeToLive.toMillis();
    }

    /** Makes the partitions known; harmless when they are. */
    void enrol(Map<String, Integer> partitionsByTopic) {
        database.unscoped(
                jdbc -> {
                    partitionsByTopic.forEach(
                            (topic, partitions) ->
                                    jdbc.sql(ENROL).params(consumer, topic, partitions).update());
                    return partitionsByTopic.size();
                });
    }

    /** Renews, evens out and takes; answers with all that is held now. */
    List<Lease> refresh() {
        return database.unscoped(
                jdbc -> {
                    jdbc.sql(HEARTBEAT).params(consumer, worker, timeToLiveMs).update();
                    jdbc.sql(BURY).param(consumer).update();
                    int share =
                            jdbc.sql(FAIR_SHARE)
                                    .params(consumer, consumer)
                                    .query(Integer.class)
                                    .single();
                    int held = jdbc.sql(RENEW).params(timeToLiveMs, consumer, worker).update();
                    if (held > share) {
                        jdbc.sql(GIVE_BACK)
                                .params(consumer, worker, consumer, worker, share)
                                .update();
                    }
                    if (held < share) {
                        jdbc.sql(TAKE)
                                .params(worker, timeToLiveMs, consumer, consumer, share, held)
                                .update();
                    }
                    return held(jdbc);
                });
    }

    /** Renews what is held and takes nothing: for the time that a batch takes. */
    void keep() {
        database.unscoped(
                jdbc ->
                        jdbc.sql(HEARTBEAT).params(consumer, worker, timeToLiveMs).update()
                                + jdbc.sql(RENEW).params(timeToLiveMs, consumer, worker).update());
    }

    /** Gives everything back, so that others need not wait for the leases to run out. */
    void resign() {
        database.unscoped(
                jdbc ->
                        jdbc.sql(RESIGN).params(consumer, worker).update()
                                + jdbc.sql(LEAVE).params(consumer, worker).update());
    }

    private List<Lease> held(JdbcClient jdbc) {
        return jdbc.sql(HELD)
                .params(consumer, worker)
                .query(
                        (row, n) ->
                                new Lease(
                                        row.getString(1),
                                        row.getInt(2),
                                        row.getLong(3),
                                        row.getLong(4)))
                .list();
    }
}
