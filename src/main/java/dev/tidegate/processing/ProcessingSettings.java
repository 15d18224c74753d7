package dev.tidegate.processing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The processing workers.
 *
 * @param workers threads of this process, each with its own share of the raw partitions
 * @param batchMax messages of a batch at most
 * @param leaseTimeToLive after which another worker takes over a dead one's partitions
 * @param backoffMax longest wait between two tries while the log or the database is away
 */
@ConfigurationProperties("tidegate.processing")
public record ProcessingSettings(
        @DefaultValue("2") int workers,
        @DefaultValue("1000") int batchMax,
        @DefaultValue("3s") Duration leaseTimeToLive,
        @DefaultValue("5s") Duration backoffMax) {

    public ProcessingSettings {
        if (workers < 1 || workers > 64) {
            throw new IllegalArgumentException(
                    "tidegate.processing.workers must be between 1 and 64, not " + workers);
        }
    }
}
