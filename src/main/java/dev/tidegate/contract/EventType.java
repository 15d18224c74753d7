package dev.tidegate.contract;

import java.util.Locale;

/**
 * The canonical events, one Avro schema each under {@code avro/}; the label is the schema's file
 * name.
 */
public enum EventType {
    ORDER,
    ORDER_RESPONSE,
    INVOICE,
    ACKNOWLEDGEMENT,
    SHIPMENT,
    SHIPMENT_MILESTONE,
    STOCK_MOVEMENT,
    STOCK_COUNT,
    DEAD_LETTER,
    DOCUMENT,
    VISIBILITY_EVENT;

    private final String label = name().toLowerCase(Locale.ROOT);

    public String label() {
        return label;
    }

    public static EventType of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
