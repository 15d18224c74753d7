package dev.tidegate.processing.canonical;

import dev.tidegate.contract.EventType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** What a single field's schema can't say: rules over several fields of one body. */
final class Rules {
    private static final List<String> ORDER_KINDS = List.of("sales", "purchase");

    private Rules() {}

    static void check(EventType type, GenericRecord body, Map<?, ?> tree, Conversion conversion) {
        switch (type) {
            case STOCK_MOVEMENT -> checkMovement(body, tree, conversion);
            case ORDER -> checkOrder(body, tree, conversion);
            case VISIBILITY_EVENT -> checkVisibility(body, tree, conversion);
            case DOCUMENT -> checkDocument(body, tree, conversion);
            case ORDER_RESPONSE,
                    INVOICE,
                    ACKNOWLEDGEMENT,
                    SHIPMENT,
                    SHIPMENT_MILESTONE,
                    STOCK_COUNT,
                    DEAD_LETTER -> {}
        }
    }

    private static void checkMovement(GenericRecord body, Map<?, ?> tree, Conversion conversion) {
        int sign = signum((ByteBuffer) body.get("quantity"));
        String kind = body.get("kind").toString();
        conversion.enter("quantity");
        if (sign == 0) {
            conversion.refuse("zero_quantity", tree.get("quantity"), "Nothing moved.");
        } else if (sign < 0 && !kind.equals("adjustment")) {
            conversion.refuse(
                    "negative_quantity",
                    tree.get("quantity"),
                    "A %s is told with a positive quantity; its kind says the way."
                            .formatted(kind));
        }
        conversion.leave();
        if (kind.equals("transfer_out") && body.get("to_location").equals("")) {
            missing("to_location", tree, "A transfer_out goes to a location.", conversion);
        }
    }

    private static void checkOrder(GenericRecord body, Map<?, ?> tree, Conversion conversion) {
        if (((List<?>) body.get("lines")).isEmpty()
                && body.get("status").toString().equals("open")) {
            missing("lines", tree, "An open order has at least one line.", conversion);
        }
    }

    /** A change takes effect on its order, so it must say which, and be one of that order alone. */
    private static void checkDocument(GenericRecord body, Map<?, ?> tree, Conversion conversion) {
        if (!body.get("kind").toString().equals("order_change")) {
            return;
        }
        var kind = String.valueOf(body.get("order_kind"));
        if (!ORDER_KINDS.contains(kind)) {
            missing(
                    "order_kind",
                    tree,
                    "An order_change is of a sales or a purchase order.",
                    conversion);
        }
        if (body.get("order_number") == null) {
            missing("order_number", tree, "An order_change names its order.", conversion);
            return;
        }
        var order = body.get("order_number").toString();
        var number = body.get("number").toString();
        if (!number.equals(order) && !number.startsWith(order + "/")) {
            conversion.enter("number");
            conversion.refuse(
                    "foreign_number",
                    tree.get("number"),
                    "The number of a change is its order's, or its order's, / and a number of its own: %s/%s."
                            .formatted(order, number));
            conversion.leave();
        }
    }

    /** EPCIS 2.0, 7.4: what an event of its type can't do without. */
    private static void checkVisibility(GenericRecord body, Map<?, ?> tree, Conversion conversion) {
        String type = body.get("event_type").toString();
        var action = body.get("action");
        if (action == null && !type.equals("TransformationEvent")) {
            missing("action", tree, "A %s tells its action.".formatted(type), conversion);
        }
        boolean parted =
                type.equals("AssociationEvent")
                        || type.equals("AggregationEvent")
                                && !"OBSERVE".equals(String.valueOf(action));
        if (parted && body.get("parent_id") == null) {
            missing("parent_id", tree, "A %s tells its parent.".formatted(type), conversion);
        }
    }

    private static void missing(
            String field, @Nullable Object container, String reason, Conversion conversion) {
        conversion.enter(field);
        conversion.refuse("missing_field", container, reason);
        conversion.leave();
    }

    private static int signum(ByteBuffer decimal) {
        byte high = decimal.get(0);
        boolean zero = decimal.remaining() == 1 && high == 0;
        return zero ? 0 : high < 0 ? -1 : 1;
    }
}
