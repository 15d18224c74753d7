package dev.tidegate.processing;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.ReprocessRequest;
import dev.tidegate.governance.accounting.Measures;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.log.LogBatch;
import dev.tidegate.platform.log.LogBatch.Count;
import dev.tidegate.platform.log.LogWorker;
import dev.tidegate.platform.sql.Database;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads single entries again, by their address, under the source's present mapping. The entry keeps
 * its index; where the present mapping makes more of its place than one entry, the others get
 * indexes of their own, far above any that the message had, and are counted as entries more.
 */
final class ReprocessWorker implements LogWorker.Handler {
    private static final Logger log = LoggerFactory.getLogger(ReprocessWorker.class);

    private final Database database;
    private final RawReader reader;
    private final SourceInterpreter interpreter;
    private final CanonicalSender sender;

    ReprocessWorker(
            Database database,
            RawReader reader,
            SourceInterpreter interpreter,
            CanonicalSender sender) {
        this.database = database;
        this.reader = reader;
        this.interpreter = interpreter;
        this.sender = sender;
    }

    @Override
    public void handle(LogBatch batch) throws Exception {
        Map<Count, Long> more = new HashMap<>();
        Set<TenantId> tenants = new HashSet<>();
        for (var record : batch.records()) {
            var request = ReprocessRequest.of(record.value());
            var events = again(request);
            sender.send(events);
            tenants.add(request.tenant());
            if (events.size() > 1) {
                more.merge(
                        new Count(
                                record.topic(),
                                record.partition(),
                                request.tenant(),
                                request.source(),
                                Measures.ENTRIES),
                        events.size() - 1L,
                        Long::sum);
            }
        }
        sender.await();
        database.inTenants(
                tenants,
                jdbc -> {
                    batch.commit(jdbc, more);
                    return more.size();
                });
    }

    private List<CanonicalEvent> again(ReprocessRequest request) {
        var kept = reader.find(request.tenant(), request.id().address());
        if (kept.isEmpty()) {
            log.error("nothing stands at {} to process again", request.id());
            return List.of();
        }
        return request.pick(interpreter.interpret(kept.get().message(), Optional.empty()));
    }
}
