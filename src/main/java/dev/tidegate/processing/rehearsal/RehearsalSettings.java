package dev.tidegate.processing.rehearsal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of rehearsals.
 *
 * @param recordsMax records of all tenants in the raw lanes that are read for one
 * @param messagesMax messages of the source that are read both ways for one
 * @param timeout after which one tells what it has found so far
 * @param rehearsalsMax that run at a time; more wait their turn
 * @param examplesMax entries that are shown whole, of each kind of change
 * @param fieldsMax changed fields that are shown of one entry
 */
@ConfigurationProperties("tidegate.rehearsal")
public record RehearsalSettings(
        @DefaultValue("2000000") long recordsMax,
        @DefaultValue("200000") int messagesMax,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("1") int rehearsalsMax,
        @DefaultValue("10") int examplesMax,
        @DefaultValue("50") int fieldsMax) {

    public RehearsalSettings {
        if (recordsMax < 1
                || messagesMax < 1
                || timeout.toMillis() < 1
                || rehearsalsMax < 1
                || examplesMax < 1
                || fieldsMax < 1) {
            throw new IllegalArgumentException("tidegate.rehearsal.* must be positive");
        }
    }
}
