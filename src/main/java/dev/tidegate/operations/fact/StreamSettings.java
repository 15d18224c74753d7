package dev.tidegate.operations.fact;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Streams of facts to clients.
 *
 * @param perTenantMax streams of one tenant in this process
 * @param bufferMax facts kept for a client that reads slowly; beyond, it is let go and reads on
 *     from the log
 * @param historyMax clients that read history from the log at one time
 * @param heartbeat longest silence on a stream
 * @param age after which a stream ends and its client comes back with a fresh token
 */
@ConfigurationProperties("tidegate.stream")
public record StreamSettings(
        @DefaultValue("16") int perTenantMax,
        @DefaultValue("1000") int bufferMax,
        @DefaultValue("4") int historyMax,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("15m") Duration age) {

    public StreamSettings {
        if (perTenantMax < 1 || bufferMax < 1 || historyMax < 1) {
            throw new IllegalArgumentException("tidegate.stream.*-max must be at least 1");
        }
        if (heartbeat.toMillis() < 1 || age.compareTo(heartbeat) < 0) {
            throw new IllegalArgumentException(
                    "tidegate.stream.heartbeat must be positive and no longer than the age");
        }
    }
}
