package dev.tidegate.processing.canonical;

import dev.tidegate.contract.EventType;
import org.apache.avro.generic.GenericRecord;

/**
 * What an event of each type is called and what is counted once, where neither source nor mapping
 * says otherwise. Parts are separated by NUL, which no key holds.
 */
public final class Identity {
    private Identity() {}

    /** Types whose later version replaces an earlier one, so that a version must be told. */
    public static boolean isVersioned(EventType type) {
        return switch (type) {
            case ORDER, SHIPMENT -> true;
            case ORDER_RESPONSE,
                    INVOICE,
                    ACKNOWLEDGEMENT,
                    SHIPMENT_MILESTONE,
                    STOCK_MOVEMENT,
                    STOCK_COUNT,
                    DEAD_LETTER,
                    DOCUMENT,
                    VISIBILITY_EVENT ->
                    false;
        };
    }

    /** What a person looks for. */
    public static String key(EventType type, GenericRecord body) {
        return switch (type) {
            case ORDER, INVOICE, ACKNOWLEDGEMENT, SHIPMENT, STOCK_MOVEMENT, STOCK_COUNT, DOCUMENT ->
                    text(body, "number");
            case ORDER_RESPONSE -> text(body, "order_number");
            case SHIPMENT_MILESTONE -> text(body, "shipment");
            case DEAD_LETTER -> text(body, "code");
            case VISIBILITY_EVENT -> text(body, "event_id");
        };
    }

    public static String dedupe(EventType type, GenericRecord body, long version) {
        return switch (type) {
            case ORDER -> text(body, "number") + '\0' + text(body, "kind") + '\0' + version;
            case SHIPMENT -> text(body, "number") + '\0' + version;
            case STOCK_MOVEMENT, STOCK_COUNT -> text(body, "number");
            case SHIPMENT_MILESTONE ->
                    text(body, "shipment")
                            + '\0'
                            + text(body, "code")
                            + '\0'
                            + text(body, "occurred_at");
            case ORDER_RESPONSE ->
                    text(body, "number")
                            + '\0'
                            + text(body, "order_number")
                            + '\0'
                            + text(body, "responded_at")
                            + '\0'
                            + version;
            case INVOICE -> text(body, "number") + '\0' + text(body, "order_kind");
            case ACKNOWLEDGEMENT ->
                    text(body, "number") + '\0' + text(body, "acknowledges") + '\0' + version;
            case DEAD_LETTER -> text(body, "code");
            case DOCUMENT -> text(body, "kind") + '\0' + text(body, "number") + '\0' + version;
            case VISIBILITY_EVENT -> text(body, "event_id") + declaration(body);
        };
    }

    /** An error declaration has the id of its event, and is another telling. */
    private static String declaration(GenericRecord body) {
        return body.get("error") instanceof GenericRecord error
                ? "\0error\0" + text(error, "declared_at")
                : "";
    }

    private static String text(GenericRecord body, String field) {
        return String.valueOf(body.get(field));
    }
}
