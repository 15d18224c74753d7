package dev.tidegate.contract;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.util.Optional;

/** The way in for bytes that arise inside the process: API commands, the demo's data. */
public interface FrontDoor {
    /**
     * Appends one message to the log and returns once it is durable.
     *
     * @return the message as it stands in the log
     */
    RawMessage append(
            TenantId tenant,
            SourceId source,
            String contentType,
            Optional<String> messageId,
            String principal,
            byte[] bytes);
}
