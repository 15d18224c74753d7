package dev.tidegate.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Applying canonical events.
 *
 * @param workers threads of this process that apply; two keep a core and PostgreSQL busy
 * @param batchMax events applied in one transaction at most
 * @param leaseTimeToLive after which another worker may take a dead one's partitions
 * @param backoffMax longest wait between two tries while the database or the log is away
 * @param relayRowsMax batches whose facts are sent in one go at most
 * @param relayIdle rest between two looks at an empty outbox, unless woken
 */
@ConfigurationProperties("tidegate.operations")
public record OperationsSettings(
        @DefaultValue("2") int workers,
        @DefaultValue("2000") int batchMax,
        @DefaultValue("3s") Duration leaseTimeToLive,
        @DefaultValue("5s") Duration backoffMax,
        @DefaultValue("32") int relayRowsMax,
        @DefaultValue("100ms") Duration relayIdle) {

    public OperationsSettings {
        if (workers < 1 || workers > 64) {
            throw new IllegalArgumentException(
                    "tidegate.operations.workers must be between 1 and 64, not " + workers);
        }
        if (batchMax < 1 || batchMax > 10_000) {
            throw new IllegalArgumentException(
                    "tidegate.operations.batch-max must be between 1 and 10000, not " + batchMax);
        }
        if (relayRowsMax < 1 || relayRowsMax > 1_000) {
            throw new IllegalArgumentException(
                    "tidegate.operations.relay-rows-max must be between 1 and 1000, not "
                            + relayRowsMax);
        }
        if (leaseTimeToLive.toMillis() < 500) {
            throw new IllegalArgumentException(
                    "tidegate.operations.lease-time-to-live must be at least 500ms, not "
                            + leaseTimeToLive);
        }
    }
}
