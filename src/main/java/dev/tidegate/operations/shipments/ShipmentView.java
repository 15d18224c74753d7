package dev.tidegate.operations.shipments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A shipment as its sender last told it.
 *
 * @param status of the document; empty while only milestones have come
 * @param version -1 while only milestones have come
 * @param lines as told; left out of lists
 * @param orders numbers of the orders it fulfils; left out of lists
 * @param milestones oldest first; left out of lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShipmentView(
        String id,
        String number,
        String direction,
        String status,
        Partner partner,
        String carrier,
        String tracking,
        String fromLocation,
        String toLocation,
        @Nullable Instant shippedAt,
        @Nullable Instant expectedAt,
        long version,
        String source,
        Instant appliedAt,
        @Nullable JsonNode lines,
        @Nullable List<String> orders,
        @Nullable List<Milestone> milestones) {

    /** The supplier or customer, by GLN, D-U-N-S number or the sender's code. */
    public record Partner(String code, String name) {}

    /** Something that happened on the way. */
    public record Milestone(
            Instant occurredAt, String code, String location, String note, String source) {}

    ShipmentView whole(JsonNode allLines, List<String> allOrders, List<Milestone> all) {
        return new ShipmentView(
                id,
                number,
                direction,
                status,
                partner,
                carrier,
                tracking,
                fromLocation,
                toLocation,
                shippedAt,
                expectedAt,
                version,
                source,
                appliedAt,
                allLines,
                allOrders,
                all);
    }
}
