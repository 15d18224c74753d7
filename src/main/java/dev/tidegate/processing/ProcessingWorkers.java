package dev.tidegate.processing;

import dev.tidegate.contract.RawReader;
import dev.tidegate.governance.accounting.Measures;
import dev.tidegate.governance.source.MappingCatalog;
import dev.tidegate.governance.source.SourceCatalog;
import dev.tidegate.platform.Ids;
import dev.tidegate.platform.log.LogClient;
import dev.tidegate.platform.log.LogWorker;
import dev.tidegate.platform.log.Workers;
import dev.tidegate.platform.sql.Database;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Processing's part in the role process: workers over the raw lanes, express before surge. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ProcessingSettings.class, NormaliserSettings.class})
public class ProcessingWorkers {

    /** What is sent is flushed at the end of each batch; until then it gathers. */
    private static final int LINGER_MS = 1_000;

    private static final String REPROCESSING = "reprocessing";

    private final ProcessingSettings settings;
    private final NormaliserSettings limits;
    private final LogClient client;
    private final Database database;
    private final SourceCatalog sources;
    private final MappingCatalog mappings;
    private final Ids ids;
    private final MeterRegistry meters;

    ProcessingWorkers(
            ProcessingSettings settings,
            NormaliserSettings limits,
            LogClient client,
            Database database,
            SourceCatalog sources,
            MappingCatalog mappings,
            Ids ids,
            MeterRegistry meters) {
        this.settings = settings;
        this.limits = limits;
        this.client = client;
        this.database = database;
        this.sources = sources;
        this.mappings = mappings;
        this.ids = ids;
        this.meters = meters;
    }

    @Bean(destroyMethod = "close")
    KafkaProducer<byte[], byte[]> canonicalProducer() {
        return client.producer("processing", LINGER_MS);
    }

    @Bean
    Workers processors(KafkaProducer<byte[], byte[]> canonicalProducer) {
        var topics = client.topics();
        return Workers.of(
                settings.workers(),
                () ->
                        worker(
                                Measures.PROCESSING,
                                List.of(topics.rawExpress(), topics.rawSurge()),
                                processor(canonicalProducer)));
    }

    private ProcessingWorker processor(KafkaProducer<byte[], byte[]> producer) {
        var observations = new Observations(new Sightings(meters), new FieldSampler());
        return new ProcessingWorker(
                database,
                client.topics(),
                interpreter(observations),
                sender(producer),
                observations);
    }

    @Bean
    Workers reprocessor(KafkaProducer<byte[], byte[]> canonicalProducer, RawReader reader) {
        return Workers.of(
                1,
                () ->
                        worker(
                                REPROCESSING,
                                List.of(client.topics().reprocess()),
                                new ReprocessWorker(
                                        database,
                                        reader,
                                        interpreter(Watch.NONE),
                                        sender(canonicalProducer))));
    }

    private LogWorker worker(String consumer, List<String> topics, LogWorker.Handler handler) {
        var partitions = client.topics().partitions();
        var plan =
                new LogWorker.Plan(
                        consumer,
                        topics.stream()
                                .map(topic -> Map.entry(topic, partitions.get(topic)))
                                .toList(),
                        settings.batchMax(),
                        settings.leaseTimeToLive(),
                        settings.backoffMax());
        return new LogWorker(plan, client, database, ids.next(), handler);
    }

    private SourceInterpreter interpreter(Watch watch) {
        return new SourceInterpreter(sources, mappings, new Normaliser(limits, watch));
    }

    private CanonicalSender sender(KafkaProducer<byte[], byte[]> producer) {
        return new CanonicalSender(producer, client.topics());
    }
}
