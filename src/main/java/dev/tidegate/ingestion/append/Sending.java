package dev.tidegate.ingestion.append;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.util.Optional;

/**
 * What is known at the door about the messages of one request.
 *
 * @param messageId the sender's own name for the message
 * @param orderingKey what the sender wants kept in order
 * @param trace empty where there is none
 */
public record Sending(
        TenantId tenant,
        SourceId source,
        String contentType,
        Optional<String> messageId,
        Optional<String> orderingKey,
        String principal,
        String trace) {

    /** The same for one of many messages. */
    public Sending as(String otherContentType, Optional<String> otherMessageId) {
        return new Sending(
                tenant, source, otherContentType, otherMessageId, orderingKey, principal, trace);
    }
}
