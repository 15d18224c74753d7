package dev.tidegate.operations.orders;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.operations.effect.Body;

/**
 * What a kept document is: the canonical type that has a schema of its own, or the kind that a
 * canonical document tells ({@code DocumentKind} in {@code avro/document.avsc}).
 */
public enum DocumentType {
    ORDER_RESPONSE,
    INVOICE,
    ACKNOWLEDGEMENT,
    ORDER_CHANGE,
    PLANNING_SCHEDULE,
    SHIPPING_SCHEDULE,
    RECEIVING_ADVICE,
    SALES_REPORT,
    PRICE_CATALOGUE,
    ITEM_MASTER,
    REMITTANCE_ADVICE,
    CREDIT_NOTE,
    FREIGHT_INVOICE,
    TRANSPORT_ORDER,
    TRANSPORT_ORDER_RESPONSE,
    ROUTING_REQUEST,
    ROUTING_INSTRUCTION,
    OTHER;

    /** As tables, queries and facts name it. */
    public static String label(CanonicalEvent event) {
        return event.type() == EventType.DOCUMENT
                ? Body.text(event.body(), "kind")
                : event.type().label();
    }
}
