package dev.tidegate.operations.fact;

import java.util.Locale;

/**
 * What changed. Each has a public Avro schema, {@code avro/fact_<label>.avsc}, whose fields
 * document themselves.
 */
public enum FactType {
    ORDER_CHANGED,
    STOCK_CHANGED,
    SHIPMENT_CHANGED,
    SHIPMENT_MILESTONE,
    DOCUMENT_RECORDED,
    ENTRY_DEAD_LETTERED,
    VISIBILITY_RECORDED;

    private final String label = name().toLowerCase(Locale.ROOT);

    private static final String PREFIX = "dev.tidegate.";
    private static final String VERSION = ".v1";

    /** As in the schema's file name: {@code order_changed}. */
    public String label() {
        return label;
    }

    /** As CloudEvents name it: {@code dev.tidegate.order.changed.v1}. */
    public String ceType() {
        return PREFIX + label().replaceFirst("_", ".") + VERSION;
    }
}
