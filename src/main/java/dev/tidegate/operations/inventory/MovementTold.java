package dev.tidegate.operations.inventory;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.operations.effect.Body;
import java.util.Locale;

/**
 * A quantity that moved. Every told movement counts; none replaces another.
 *
 * @param quantity millionths, positive; signed and not zero for an adjustment
 * @param occurredAt microseconds since 1970
 */
public record MovementTold(
        CanonicalEvent event,
        Kind kind,
        String number,
        String item,
        String location,
        String toLocation,
        String lot,
        long quantity,
        long occurredAt,
        String orderNumber,
        String orderKind,
        String shipment,
        String reason) {

    /** What moved which way. */
    enum Kind {
        RECEIPT,
        ISSUE,
        TRANSFER_OUT,
        TRANSFER_IN,
        ADJUSTMENT;

        private final String label = name().toLowerCase(Locale.ROOT);

        String label() {
            return label;
        }
    }

    private static final String SUPPLIER = "supplier";
    private static final String CUSTOMER = "customer";
    private static final String ADJUSTMENTS = "adjustment";

    /**
     * @throws IllegalArgumentException when no ledger row can say it
     */
    public static MovementTold of(CanonicalEvent event) {
        var body = event.body();
        var told =
                new MovementTold(
                        event,
                        Kind.valueOf(Body.text(body, "kind").toUpperCase(Locale.ROOT)),
                        Body.text(body, "number"),
                        Body.text(body, "item"),
                        Body.text(body, "location"),
                        Body.text(body, "to_location"),
                        Body.text(body, "lot"),
                        Body.quantity(body, "quantity"),
                        Body.micros(body, "occurred_at"),
                        Body.text(body, "order_number"),
                        Body.text(body, "order_kind"),
                        Body.text(body, "shipment"),
                        Body.text(body, "reason"));
        if (told.quantity == 0 || told.quantity < 0 && told.kind != Kind.ADJUSTMENT) {
            throw new IllegalArgumentException(
                    "a " + told.kind.label() + " of the quantity " + told.quantity + " millionths");
        }
        return told;
    }

    /** The account that receives. */
    String debit() {
        return switch (kind) {
            case RECEIPT, TRANSFER_IN -> stock();
            case ISSUE -> CUSTOMER;
            case TRANSFER_OUT -> transit(toLocation);
            case ADJUSTMENT -> quantity > 0 ? stock() : ADJUSTMENTS;
        };
    }

    /** The account that gives. */
    String credit() {
        return switch (kind) {
            case RECEIPT -> SUPPLIER;
            case ISSUE, TRANSFER_OUT -> stock();
            case TRANSFER_IN -> transit(location);
            case ADJUSTMENT -> quantity > 0 ? ADJUSTMENTS : stock();
        };
    }

    /** What it adds to the stock of its location. */
    long effect() {
        return switch (kind) {
            case RECEIPT, TRANSFER_IN, ADJUSTMENT -> quantity;
            case ISSUE, TRANSFER_OUT -> -quantity;
        };
    }

    private String stock() {
        return "stock:" + location;
    }

    private static String transit(String location) {
        return "transit:" + location;
    }

    /** Whether it serves a sales order (issue) or a purchase order (receipt) that it names. */
    public boolean servesOrder() {
        return !orderNumber.isEmpty()
                && (orderKind.isEmpty() || orderKind.equals(servedKind()))
                && (kind == Kind.ISSUE || kind == Kind.RECEIPT);
    }

    public String servedKind() {
        return kind == Kind.ISSUE ? "sales" : "purchase";
    }

    /** Whether it receives goods of an inbound shipment that it names. */
    public boolean receivesShipment() {
        return kind == Kind.RECEIPT && !shipment.isEmpty();
    }

    String tenant() {
        return event.tenant().value();
    }
}
