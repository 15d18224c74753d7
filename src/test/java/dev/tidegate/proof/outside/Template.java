package dev.tidegate.proof.outside;

import dev.tidegate.proof.outside.Act.Content;
import dev.tidegate.proof.outside.Act.Count;
import dev.tidegate.proof.outside.Act.Line;
import dev.tidegate.proof.outside.Act.Milestone;
import dev.tidegate.proof.outside.Act.Movement;
import dev.tidegate.proof.outside.Act.Nonsense;
import dev.tidegate.proof.outside.Act.Order;
import dev.tidegate.proof.outside.Act.Shipment;
import java.math.BigDecimal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Acts in the words of the documented JSON template. */
final class Template {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Template() {}

    static String write(Act act) {
        return switch (act) {
            case Order order -> order(order).toString();
            case Movement movement -> movement(movement).toString();
            case Count count -> count(count).toString();
            case Shipment shipment -> shipment(shipment).toString();
            case Milestone milestone -> milestone(milestone).toString();
            case Nonsense nonsense -> nonsense.text();
        };
    }

    private static ObjectNode order(Order order) {
        var tree = typed("order").put("kind", order.kind()).put("number", order.number());
        tree.put("version", order.version()).put("status", order.status());
        tree.put("ordered_at", order.orderedAt().toString()).put("currency", "EUR");
        tree.putObject("partner").put("code", "P-" + order.number().hashCode() % 10);
        var lines = tree.putArray("lines");
        for (Line line : order.lines()) {
            lines.addObject()
                    .put("line", String.valueOf(lines.size()))
                    .put("item", line.item())
                    .put("location", line.location())
                    .put("quantity", text(line.quantity()));
        }
        return tree;
    }

    private static ObjectNode movement(Movement movement) {
        var tree = typed("stock_movement").put("number", movement.number());
        tree.put("kind", movement.kind()).put("item", movement.item());
        tree.put("location", movement.location()).put("lot", movement.lot());
        tree.put("quantity", text(movement.quantity()));
        tree.put("occurred_at", movement.occurredAt().toString());
        if (!movement.toLocation().isEmpty()) {
            tree.put("to_location", movement.toLocation());
        }
        if (!movement.order().isEmpty()) {
            tree.put("order_number", movement.order());
            tree.put("order_kind", movement.kind().equals("issue") ? "sales" : "purchase");
        }
        if (!movement.shipment().isEmpty()) {
            tree.put("shipment", movement.shipment());
        }
        return tree;
    }

    private static ObjectNode count(Count count) {
        return typed("stock_count")
                .put("number", count.number())
                .put("item", count.item())
                .put("location", count.location())
                .put("lot", count.lot())
                .put("quantity", text(count.quantity()))
                .put("counted_at", count.countedAt().toString());
    }

    private static ObjectNode shipment(Shipment shipment) {
        var tree = typed("shipment").put("number", shipment.number());
        tree.put("version", shipment.version()).put("direction", shipment.direction());
        tree.put("status", shipment.status()).put("shipped_at", shipment.shippedAt().toString());
        boolean inbound = shipment.direction().equals("inbound");
        tree.put(inbound ? "to_location" : "from_location", shipment.location());
        var lines = tree.putArray("lines");
        for (Content content : shipment.lines()) {
            var line = lines.addObject().put("line", String.valueOf(lines.size()));
            line.put("item", content.item()).put("quantity", text(content.quantity()));
            if (!content.order().isEmpty()) {
                line.put("order_number", content.order());
            }
        }
        return tree;
    }

    private static ObjectNode milestone(Milestone milestone) {
        return typed("shipment_milestone")
                .put("shipment", milestone.shipment())
                .put("code", milestone.code())
                .put("occurred_at", milestone.occurredAt().toString());
    }

    private static ObjectNode typed(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static String text(BigDecimal quantity) {
        return quantity.toPlainString();
    }
}
