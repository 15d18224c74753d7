package dev.tidegate.operations.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A response, an invoice or an acknowledgement.
 *
 * @param order the order it speaks of, where it names one
 * @param status as told
 * @param body whole, as told; left out of lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentView(
        String id,
        String type,
        String number,
        @Nullable OrderId order,
        @Nullable String orderNumber,
        String status,
        String partner,
        Instant issuedAt,
        long version,
        String source,
        Instant appliedAt,
        @Nullable JsonNode body) {

    DocumentView withoutBody() {
        return new DocumentView(
                id,
                type,
                number,
                order,
                orderNumber,
                status,
                partner,
                issuedAt,
                version,
                source,
                appliedAt,
                null);
    }
}
