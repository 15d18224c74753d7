package dev.tidegate.bench;

import java.util.Iterator;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A backlog in the raw lane, and what must become of it. */
record Backlog(int messages, Map<Mix.Expected, Integer> expected) {
    static final long SEED = 20_261_124;

    /** Appends messages of the mix, durably. */
    static Backlog append(Ground ground, String run, int messages) {
        return append(ground, new Mix(run, SEED), messages);
    }

    static Backlog append(Ground ground, Mix mix, int messages) {
        var log = ground.log();
        try (var producer = log.producer("bench-backlog", 5)) {
            RawLog.sendAll(
                    producer,
                    () ->
                            new Iterator<>() {
                                private int made;

                                @Override
                                public boolean hasNext() {
                                    return made < messages;
                                }

                                @Override
                                public ProducerRecord<byte[], byte[]> next() {
                                    made++;
                                    return RawLog.record(
                                            log.topics().rawExpress(), Sources.NAME, mix.next());
                                }
                            });
        }
        return new Backlog(messages, mix.expected());
    }

    /**
     * @throws IllegalStateException when a fate's count is not what was generated
     */
    void check(Fates.Now fates) {
        expected.forEach(
                (fate, count) -> {
                    if (fates.of(fate) != count) {
                        throw new IllegalStateException(
                                "generated %s, but the fates are %s".formatted(expected, fates));
                    }
                });
    }
}
