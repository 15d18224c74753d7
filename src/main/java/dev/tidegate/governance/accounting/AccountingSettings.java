package dev.tidegate.governance.accounting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the balance of a span of time, which is counted in the log itself.
 *
 * @param spanRecordsMax records of all tenants in the raw lanes that are read for one
 * @param spanTimeout after which one is given up
 * @param spansMax that are counted at a time; more wait their turn
 */
@ConfigurationProperties("tidegate.accounting")
public record AccountingSettings(
        @DefaultValue("500000") long spanRecordsMax,
        @DefaultValue("15s") Duration spanTimeout,
        @DefaultValue("2") int spansMax) {

    public AccountingSettings {
        if (spanRecordsMax < 1 || spanTimeout.toMillis() < 1 || spansMax < 1) {
            throw new IllegalArgumentException("tidegate.accounting.* must be positive");
        }
    }
}
