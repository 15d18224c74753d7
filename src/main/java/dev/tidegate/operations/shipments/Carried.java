package dev.tidegate.operations.shipments;

import dev.tidegate.operations.effect.Body;
import dev.tidegate.platform.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a version of a shipment carries, as far as it has effect: nothing while it is planned, or
 * cancelled.
 *
 * @param inbound to the tenant, by its purchase orders; else from the tenant, by its sales orders
 * @param location where it goes
 */
record Carried(boolean inbound, String location, List<Line> lines) {
    static final Carried NOTHING = new Carried(false, "", List.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Map<String, Object>>> LINES = new TypeReference<>() {};

    /**
     * @param quantity millionths
     * @param orderNumber empty where none is told
     */
    record Line(String item, long quantity, String orderNumber) {}

    /**
     * @throws IllegalArgumentException when a line carries less than nothing
     */
    static Carried told(GenericRecord body) {
        var lines = new ArrayList<Line>();
        for (GenericRecord line : Body.lines(body)) {
            long quantity = Body.quantity(line, "quantity");
            if (quantity < 0) {
                throw new IllegalArgumentException(
                        "line " + line.get("line") + " ships " + quantity + " millionths");
            }
            lines.add(new Line(Body.text(line, "item"), quantity, Body.text(line, "order_number")));
        }
        return of(
                Body.text(body, "direction"),
                Body.text(body, "status"),
                Body.text(body, "to_location"),
                lines);
    }

    /** As a row of shipment has it. */
    static Carried read(String direction, String status, String toLocation, String json) {
        var lines = new ArrayList<Line>();
        for (var line : JSON.readValue(json, LINES)) {
            lines.add(
                    new Line(
                            text(line, "item"),
                            Quantity.of(text(line, "quantity")).millionths(),
                            text(line, "order_number")));
        }
        return of(direction, status, toLocation, lines);
    }

    private static String text(Map<String, Object> line, String name) {
        return line.get(name) instanceof String text ? text : "";
    }

    private static Carried of(String direction, String status, String location, List<Line> lines) {
        return status.equals("shipped") || status.equals("delivered")
                ? new Carried(direction.equals("inbound"), location, lines)
                : NOTHING;
    }

    String servedKind() {
        return inbound ? "purchase" : "sales";
    }
}
