package dev.tidegate.operations;

import dev.tidegate.governance.accounting.Measures;
import dev.tidegate.operations.fact.OutboxRelay;
import dev.tidegate.operations.journal.Applier;
import dev.tidegate.operations.journal.FateMeters;
import dev.tidegate.operations.journal.Operator;
import dev.tidegate.platform.Ids;
import dev.tidegate.platform.log.LogClient;
import dev.tidegate.platform.log.LogWorker;
import dev.tidegate.platform.log.Workers;
import dev.tidegate.platform.sql.Database;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Operations' part in the role operate: workers that apply events, and the relay of facts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationsSettings.class)
public class OperationsWorkers {
    @Bean(destroyMethod = "close")
    OutboxRelay outboxRelay(Database database, LogClient client, OperationsSettings settings) {
        var plan =
                new OutboxRelay.Plan(
                        settings.relayRowsMax(), settings.relayIdle(), settings.backoffMax());
        return new OutboxRelay(database, client, plan).start();
    }

    @Bean
    Workers operators(
            Database database,
            LogClient client,
            Ids ids,
            Clock clock,
            MeterRegistry registry,
            OutboxRelay relay,
            OperationsSettings settings) {
        var applier = new Applier(clock);
        var meters = new FateMeters(registry, clock);
        var plan = plan(client, settings);
        return Workers.of(
                settings.workers(),
                () ->
                        new LogWorker(
                                plan,
                                client,
                                database,
                                ids.next(),
                                new Operator(database, applier, meters, relay::wake)));
    }

    private static LogWorker.Plan plan(LogClient client, OperationsSettings settings) {
        var topics = client.topics();
        Map<String, Integer> partitions = topics.partitions();
        return new LogWorker.Plan(
                Measures.OPERATIONS,
                topics.processed().stream()
                        .map(topic -> Map.entry(topic, partitions.get(topic)))
                        .toList(),
                settings.batchMax(),
                settings.leaseTimeToLive(),
                settings.backoffMax());
    }
}
