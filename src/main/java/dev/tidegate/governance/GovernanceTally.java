package dev.tidegate.governance;

import dev.tidegate.governance.accounting.Tally;
import dev.tidegate.platform.Ids;
import dev.tidegate.platform.log.LogClient;
import dev.tidegate.platform.log.LogWorker;
import dev.tidegate.platform.log.Workers;
import dev.tidegate.platform.sql.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Governance's part in the role govern: the tally of what the log holds. */
@Configuration(proxyBeanMethods = false)
public class GovernanceTally {
    private static final int BATCH_MAX = 5_000;

    /** Counting is no one's latency; fewer, larger looks cost less. */
    private static final Duration REST = Duration.ofMillis(100);

    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration BACKOFF_MAX = Duration.ofSeconds(5);

    @Bean
    Workers tallyWorker(LogClient client, Database database, Ids ids) {
        var topics = client.topics();
        var partitions = topics.partitions();
        var lanes =
                List.of(
                        Map.entry(topics.rawExpress(), partitions.get(topics.rawExpress())),
                        Map.entry(topics.rawSurge(), partitions.get(topics.rawSurge())));
        var plan = new LogWorker.Plan(Tally.CONSUMER, lanes, BATCH_MAX, REST, LEASE, BACKOFF_MAX);
        return Workers.of(
                1, () -> new LogWorker(plan, client, database, ids.next(), new Tally(database)));
    }
}
