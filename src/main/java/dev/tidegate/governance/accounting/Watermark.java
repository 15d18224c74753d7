package dev.tidegate.governance.accounting;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Works out up to which moment everything accepted has taken effect, from looks at the log's ends
 * and the consumers' positions. Never too late a moment: a look at the raw lanes' ends is vouched
 * for once processing has passed them and operations has passed what processing had sent by then.
 */
final class Watermark {
    /**
     * One look. The positions must have been read before the ends, and {@code at} before both, so
     * that positions at the ends prove that nothing was left.
     *
     * @param raw ends of the raw lanes
     * @param sent ends of canonical and dead
     * @param processed positions of processing in the raw lanes
     * @param applied positions of operations in canonical and dead
     * @param settled tenants of whom nothing was pending, by the tally's count
     */
    record Look(
            Instant at,
            Map<TopicPartition, Long> raw,
            Map<TopicPartition, Long> sent,
            Map<TopicPartition, Long> processed,
            Map<TopicPartition, Long> applied,
            Set<String> settled) {}

    private record Mark(Instant at, Map<TopicPartition, Long> ends) {}

    private final Map<String, Instant> settled = new HashMap<>();
    private @Nullable Instant asOf;
    private @Nullable Mark toProcess;
    private @Nullable Mark toApply;

    void add(Look look) {
        if (toProcess == null) {
            toProcess = new Mark(look.at(), look.raw());
        }
        if (toApply == null && passed(look.processed(), toProcess.ends())) {
            toApply = new Mark(toProcess.at(), look.sent());
            toProcess = null;
        }
        if (toApply != null && passed(look.applied(), toApply.ends())) {
            asOf = toApply.at();
            toApply = null;
        }
        look.settled().forEach(tenant -> settled.put(tenant, look.at()));
    }

    /**
     * Everything this tenant had accepted by then has taken effect; empty until a first moment is
     * vouched for, as after a start with a backlog.
     */
    Optional<Instant> asOf(String tenant) {
        return Stream.of(Optional.ofNullable(asOf), Optional.ofNullable(settled.get(tenant)))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    static boolean passed(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
