package dev.tidegate.operations.inventory;

import dev.tidegate.platform.Quantity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may be done to stock by hand; each is a stock movement, or two. */
sealed interface StockCommand {
    Place place();

    String lot();

    /** Business time; empty for now. */
    Optional<Instant> occurredAt();

    /** What it does to the stock of its place and lot. */
    Quantity change();

    /** As documents for the log. */
    List<Map<String, Object>> documents(String number, Instant at);

    /** A signed correction. */
    record Adjust(
            Place place,
            String lot,
            Quantity change,
            String unit,
            String reason,
            Optional<Instant> occurredAt)
            implements StockCommand {
        @Override
        public List<Map<String, Object>> documents(String number, Instant at) {
            var movement = movement("adjustment", number, place, lot, change, unit, at);
            movement.put("reason", reason);
            return List.of(movement);
        }
    }

    /**
     * From one location to another, by way of transit.
     *
     * @param received whether it has arrived already
     */
    record Transfer(
            Place place,
            String to,
            String lot,
            Quantity quantity,
            String unit,
            boolean received,
            Optional<Instant> occurredAt)
            implements StockCommand {
        @Override
        public Quantity change() {
            return quantity.negated();
        }

        @Override
        public List<Map<String, Object>> documents(String number, Instant at) {
            var out = movement("transfer_out", number + "-out", place, lot, quantity, unit, at);
            out.put("to_location", to);
            if (!received) {
                return List.of(out);
            }
            var there = new Place(place.item(), to);
            return List.of(
                    out, movement("transfer_in", number + "-in", there, lot, quantity, unit, at));
        }
    }

    private static Map<String, Object> movement(
            String kind,
            String number,
            Place place,
            String lot,
            Quantity quantity,
            String unit,
            Instant at) {
        var movement = new LinkedHashMap<String, Object>();
        movement.put("type", "stock_movement");
        movement.put("number", number);
        movement.put("kind", kind);
        movement.put("item", place.item());
        movement.put("location", place.location());
        movement.put("lot", lot);
        movement.put("quantity", quantity.toString());
        movement.put("unit", unit);
        movement.put("occurred_at", at.toString());
        return movement;
    }
}
