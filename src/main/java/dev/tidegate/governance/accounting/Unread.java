package dev.tidegate.governance.accounting;

import dev.tidegate.platform.log.Topics;
import java.util.Map;

/**
 * Records of all tenants that the log holds beyond what was read: the bound of what may be pending.
 *
 * @param tally by the tally, of the raw lanes
 * @param processing by processing, of the raw lanes and of what is asked to be read again
 * @param operations by operations, of what processing sent on
 */
record Unread(long tally, long processing, long operations) {
    static final Unread NOTHING = new Unread(0, 0, 0);

    /** Records that were read, by whom, at one moment. */
    record Read(long tally, long processing, long operations) {}

    /**
     * @param ends of the log by topic, of that moment or a later one: records that come in between
     *     make the bound wider, and nothing is missed
     */
    static Unread of(Read read, Map<String, Long> ends, Topics topics) {
        long raw = end(ends, topics.rawExpress()) + end(ends, topics.rawSurge());
        long asked = end(ends, topics.reprocess());
        long sent = topics.processed().stream().mapToLong(topic -> end(ends, topic)).sum();
        return new Unread(
                raw - read.tally(), raw + asked - read.processing(), sent - read.operations());
    }

    private static long end(Map<String, Long> ends, String topic) {
        return ends.getOrDefault(topic, 0L);
    }
}
