package dev.tidegate.platform.log;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log (Kafka).
 *
 * @param topicPrefix put before every topic, so that cells can share a cluster
 * @param generation of what is derived: a replay into an empty database reads the raw topics of the
 *     first run and writes canonical, dead and fact topics of its own generation
 * @param rawPartitions partitions of each raw lane
 * @param canonicalPartitions partitions of each canonical lane and of dead
 * @param factPartitions partitions of fact
 * @param durability what an acknowledgement means
 * @param recordSizeMax bytes of the largest record
 */
@ConfigurationProperties("tidegate.log")
public record LogSettings(
        String bootstrapServers,
        @DefaultValue("") String topicPrefix,
        @DefaultValue("0") int generation,
        @DefaultValue("8") int rawPartitions,
        @DefaultValue("8") int canonicalPartitions,
        @DefaultValue("4") int factPartitions,
        @DefaultValue("FLUSHED") Durability durability,
        @DefaultValue("16777216") int recordSizeMax) {

    /** The durability class of an acknowledgement. */
    public enum Durability {
        /** One broker that flushes every append to disk before it answers. */
        FLUSHED,
        /** Acknowledged by at least two in-sync replicas (acks=all, min.insync.replicas=2). */
        REPLICATED
    }

    public LogSettings {
        if (rawPartitions < 1 || canonicalPartitions < 1 || factPartitions < 1) {
            throw new IllegalArgumentException("tidegate.log.*-partitions must be at least 1");
        }
        if (generation < 0) {
            throw new IllegalArgumentException(
                    "tidegate.log.generation must not be negative: " + generation);
        }
    }

    /** The defaults, on one broker. */
    public static LogSettings of(String bootstrapServers, String topicPrefix) {
        return new LogSettings(
                bootstrapServers, topicPrefix, 0, 8, 8, 4, Durability.FLUSHED, 16 * 1024 * 1024);
    }

    /** The same log; what is derived from it in topics of this generation. */
    public LogSettings derivedAs(int generation) {
        return new LogSettings(
                bootstrapServers,
                topicPrefix,
                generation,
                rawPartitions,
                canonicalPartitions,
                factPartitions,
                durability,
                recordSizeMax);
    }

    short replicationFactor() {
        return switch (durability) {
            case FLUSHED -> 1;
            case REPLICATED -> 3;
        };
    }
}
