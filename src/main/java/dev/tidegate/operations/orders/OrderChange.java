package dev.tidegate.operations.orders;

import dev.tidegate.operations.effect.Stamp;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;

/**
 * A change of some lines of an order, as told (X12 860, EDIFACT ORDCHG, IDoc ORDCHG, UBL
 * OrderChange).
 *
 * @param number of the change
 * @param body a canonical document of the kind order_change
 */
record OrderChange(String number, String source, Stamp stamp, JsonNode body)
        implements Comparable<OrderChange> {
    /** The kind of document it is told as. */
    static final String TYPE = "order_change";

    private static final Comparator<OrderChange> IN_THEIR_ORDER =
            Comparator.comparing(OrderChange::stamp)
                    .thenComparing(OrderChange::number)
                    .thenComparing(OrderChange::source);

    /** The order in which they are laid over an order, however they came. */
    @Override
    public int compareTo(OrderChange other) {
        return IN_THEIR_ORDER.compare(this, other);
    }

    String currency() {
        return body.path("currency").asString("");
    }

    JsonNode lines() {
        return body.path("lines");
    }
}
