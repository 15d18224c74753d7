package dev.tidegate.processing.suggestion;

import static dev.tidegate.processing.suggestion.Kind.CODE;
import static dev.tidegate.processing.suggestion.Kind.CURRENCY;
import static dev.tidegate.processing.suggestion.Kind.DATE;
import static dev.tidegate.processing.suggestion.Kind.DECIMAL;
import static dev.tidegate.processing.suggestion.Kind.DUNS;
import static dev.tidegate.processing.suggestion.Kind.GLN;
import static dev.tidegate.processing.suggestion.Kind.GTIN;
import static dev.tidegate.processing.suggestion.Kind.MOMENT;
import static dev.tidegate.processing.suggestion.Kind.MOVEMENT;
import static dev.tidegate.processing.suggestion.Kind.TEXT;
import static dev.tidegate.processing.suggestion.Kind.UNIT;
import static dev.tidegate.processing.suggestion.Kind.VERSION;
import static dev.tidegate.processing.suggestion.Target.optional;
import static dev.tidegate.processing.suggestion.Target.required;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The types that a draft is made for, in the order of their schemas' fields. */
enum CanonicalType {
    ORDER(
            true,
            required("/kind", CODE, "order_kind").oneOf("sales", "purchase"),
            required("/number", TEXT, "order_number"),
            required("/version", VERSION, "version", "updated_at"),
            optional("/status", CODE, "order_status").oneOf("open", "cancelled", "closed"),
            optional("/partner/code", TEXT, "customer_code", "supplier_code", "partner_code"),
            optional("/partner/name", TEXT, "customer_name", "supplier_name", "partner_name"),
            optional("/partner/gln", GLN, "customer_gln", "supplier_gln", "partner_gln"),
            optional("/partner/duns", DUNS, "partner_duns"),
            optional("/currency", CURRENCY, "currency"),
            required("/ordered_at", MOMENT, "ordered_at", "date"),
            optional("/requested_on", DATE, "requested_on"),
            optional("/lines/line", TEXT, "line"),
            required("/lines/item", TEXT, "item"),
            optional("/lines/gtin", GTIN, "gtin"),
            optional("/lines/description", TEXT, "description"),
            required("/lines/quantity", DECIMAL, "quantity"),
            optional("/lines/unit", UNIT, "unit"),
            optional("/lines/unit_price", DECIMAL, "unit_price"),
            optional("/lines/location", TEXT, "location"),
            optional("/lines/requested_on", DATE, "requested_on")),
    SHIPMENT(
            true,
            required("/number", TEXT, "shipment_number"),
            required("/direction", CODE, "direction").oneOf("inbound", "outbound"),
            required("/version", VERSION, "version", "updated_at"),
            optional("/partner/code", TEXT, "customer_code", "supplier_code", "partner_code"),
            optional("/partner/name", TEXT, "customer_name", "supplier_name", "partner_name"),
            optional("/partner/gln", GLN, "customer_gln", "supplier_gln", "partner_gln"),
            optional("/carrier", TEXT, "carrier"),
            optional("/tracking", TEXT, "tracking"),
            optional("/from_location", TEXT, "from_location", "location"),
            optional("/to_location", TEXT, "delivered_to"),
            required("/shipped_at", MOMENT, "shipped_at", "date"),
            optional("/expected_at", MOMENT, "expected_at"),
            optional("/lines/line", TEXT, "line"),
            required("/lines/item", TEXT, "item"),
            optional("/lines/gtin", GTIN, "gtin"),
            required("/lines/quantity", DECIMAL, "shipped_quantity", "quantity"),
            optional("/lines/unit", UNIT, "unit"),
            optional("/lines/lot", TEXT, "lot"),
            optional("/lines/order_number", TEXT, "order_number"),
            optional("/lines/sscc", TEXT, "sscc")),
    STOCK_MOVEMENT(
            false,
            required("/number", TEXT, "movement_number"),
            required("/kind", MOVEMENT, "movement_kind")
                    .oneOf("receipt", "issue", "transfer_out", "transfer_in", "adjustment"),
            required("/item", TEXT, "item"),
            optional("/gtin", GTIN, "gtin"),
            required("/location", TEXT, "location"),
            optional("/to_location", TEXT, "to_location"),
            optional("/lot", TEXT, "lot"),
            required("/quantity", DECIMAL, "quantity"),
            optional("/unit", UNIT, "unit"),
            required("/occurred_at", MOMENT, "moved_at", "date"),
            optional("/order_number", TEXT, "order_number"),
            optional("/shipment", TEXT, "shipment_number"),
            optional("/reason", TEXT, "reason")),
    STOCK_COUNT(
            false,
            required("/number", TEXT, "count_number"),
            required("/item", TEXT, "item"),
            optional("/gtin", GTIN, "gtin"),
            required("/location", TEXT, "location"),
            optional("/lot", TEXT, "lot"),
            required("/quantity", DECIMAL, "stock_quantity", "quantity"),
            optional("/unit", UNIT, "unit"),
            required("/counted_at", MOMENT, "counted_at", "date"));

    private final boolean lines;
    private final List<Target> targets;

    CanonicalType(boolean lines, Target... targets) {
        this.lines = lines;
        this.targets = List.of(targets);
    }

    /** As events and the API name it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CanonicalType> of(String label) {
        return Stream.of(values()).filter(type -> type.label().equals(label)).findFirst();
    }

    boolean hasLines() {
        return lines;
    }

    List<Target> targets() {
        return targets;
    }

    /** What most tells a file of this type from a file of another. */
    String tellingConcept() {
        return switch (this) {
            case ORDER -> "order_number";
            case SHIPMENT -> "shipment_number";
            case STOCK_MOVEMENT -> "movement_kind";
            case STOCK_COUNT -> "stock_quantity";
        };
    }
}
