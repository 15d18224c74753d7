package dev.tidegate.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is asked of the state.
 *
 * @param readTimeout after which a list whose filters are too wide is given up
 * @param freshnessObjective how long ago the newest input that has taken effect may have been
 *     accepted, before numbers are called delayed
 */
@ConfigurationProperties("tidegate.queries")
public record QuerySettings(
        @DefaultValue("5s") Duration readTimeout, @DefaultValue("5s") Duration freshnessObjective) {

    public QuerySettings {
        if (readTimeout.toMillis() < 1 || freshnessObjective.toMillis() < 1) {
            throw new IllegalArgumentException("tidegate.queries.* must be positive times");
        }
    }
}
