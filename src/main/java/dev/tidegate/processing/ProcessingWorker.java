package dev.tidegate.processing;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.contract.RawRecords;
import dev.tidegate.governance.accounting.Measures;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.log.LogBatch;
import dev.tidegate.platform.log.LogBatch.Count;
import dev.tidegate.platform.log.LogWorker;
import dev.tidegate.platform.log.Topics;
import dev.tidegate.platform.sql.Database;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Raw lanes in, canonical and dead out. Sends first, then commits the position: a crash between the
 * two sends the same events again, which the journal's primary key meets. Counts move with the
 * position, so they are exact all the same.
 */
final class ProcessingWorker implements LogWorker.Handler {
    private final Database database;
    private final Topics topics;
    private final SourceInterpreter interpreter;
    private final CanonicalSender sender;
    private final Observations observations;

    /**
     * @param observations what the interpreter's reading tells beside the events
     */
    ProcessingWorker(
            Database database,
            Topics topics,
            SourceInterpreter interpreter,
            CanonicalSender sender,
            Observations observations) {
        this.database = database;
        this.topics = topics;
        this.interpreter = interpreter;
        this.sender = sender;
        this.observations = observations;
    }

    @Override
    public void handle(LogBatch batch) throws Exception {
        Map<Count, Long> counts = new HashMap<>();
        Set<TenantId> tenants = new HashSet<>();
        observations.begin();
        for (var record : batch.records()) {
            RawMessage message = RawRecords.read(lane(record.topic()), record);
            List<CanonicalEvent> events = interpreter.interpret(message);
            sender.send(events);
            tenants.add(message.tenant());
            counts.merge(count(message, record.topic(), Measures.MESSAGES), 1L, Long::sum);
            counts.merge(
                    count(message, record.topic(), Measures.ENTRIES),
                    (long) events.size(),
                    Long::sum);
        }
        sender.await();
        database.inTenants(
                tenants,
                jdbc -> {
                    batch.commit(jdbc, counts);
                    observations.write(jdbc);
                    return counts.size();
                });
        observations.committed();
    }

    private Lane lane(String topic) {
        return topic.equals(topics.rawExpress()) ? Lane.EXPRESS : Lane.SURGE;
    }

    private static Count count(RawMessage message, String topic, String measure) {
        return new Count(
                topic, message.address().partition(), message.tenant(), message.source(), measure);
    }
}
