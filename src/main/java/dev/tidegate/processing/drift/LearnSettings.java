package dev.tidegate.processing.drift;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of learning a contract from what was sent.
 *
 * @param recordsMax records of all tenants in the raw lanes that are read for one
 * @param messagesMax messages of the source that are read for one
 * @param timeout after which one tells what it has found so far
 */
@ConfigurationProperties("tidegate.contracts.learning")
public record LearnSettings(
        @DefaultValue("2000000") long recordsMax,
        @DefaultValue("50000") int messagesMax,
        @DefaultValue("60s") Duration timeout) {

    public LearnSettings {
        if (recordsMax < 1 || messagesMax < 1 || timeout.toMillis() < 1) {
            throw new IllegalArgumentException("tidegate.contracts.learning.* must be positive");
        }
    }
}
