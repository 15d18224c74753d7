package dev.tidegate.operations;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.operations.Events.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A year's business by a seed, on so few items, places and documents that everything meets
 * everything: versions out of order, receipts before shipments, counts between movements, resends.
 */
final class Year {
    private static final List<String> ITEMS = List.of("bolt", "nut", "cog");
    private static final List<String> PLACES = List.of("EAST", "WEST", "");
    private static final List<String> LOTS = List.of("", "", "L1");

    private final Random random;
    private final Events events;

    private Year(Events events, long seed) {
        this.events = events;
        this.random = new Random(seed);
    }

    static List<CanonicalEvent> of(Events events, long seed, int size) {
        var year = new Year(events, seed);
        var all = new ArrayList<CanonicalEvent>();
        for (int i = 0; i < size; i++) {
            all.add(
                    !all.isEmpty() && year.random.nextInt(10) == 0
                            ? events.resent(year.one(all))
                            : year.event(i));
        }
        return all;
    }

    private CanonicalEvent event(int i) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> order(i);
            case 3, 4 -> shipment(i);
            case 5 ->
                    events.milestone(
                            one(List.of("S1", "S2", "S9")),
                            one(List.of("departed", "arrived")),
                            time(3),
                            one(List.of("on time", "late")));
            case 6 -> events.count("C" + i, one(ITEMS), one(PLACES), quantity(), time(50));
            case 9 ->
                    events.change(
                            "O" + random.nextInt(4),
                            one(List.of("1", "2", "3")),
                            i,
                            one(List.of("add", "change", "change", "delete")),
                            1 + random.nextInt(3),
                            Line.of(one(ITEMS), one(PLACES), quantity()));
            case 7 -> events.invoice(one(List.of("I1", "I2")), "O1", random.nextInt(5));
            case 8 ->
                    events.visibility(
                            one(List.of("E1", "E2", "E3")),
                            "urn:x:" + one(List.of("1", "2")),
                            Optional.of(time(9)).filter(at -> random.nextBoolean()));
            default -> movement(i);
        };
    }

    private CanonicalEvent order(int i) {
        var status = one(List.of("open", "open", "open", "cancelled", "closed"));
        var lines = new Line[random.nextInt(4)];
        for (int line = 0; line < lines.length; line++) {
            lines[line] = Line.of(one(ITEMS), one(PLACES), quantity());
        }
        var kind = random.nextInt(4) == 0 ? "purchase" : "sales";
        return events.order(kind, "O" + random.nextInt(4), i, status, lines);
    }

    private CanonicalEvent shipment(int i) {
        var status = one(List.of("planned", "shipped", "shipped", "delivered", "cancelled"));
        var lines = new Line[random.nextInt(3)];
        for (int line = 0; line < lines.length; line++) {
            lines[line] =
                    new Line(
                            one(ITEMS),
                            "",
                            quantity(),
                            random.nextBoolean() ? "O" + random.nextInt(4) : "");
        }
        return events.shipment(
                random.nextBoolean() ? "inbound" : "outbound",
                "S" + random.nextInt(4),
                i,
                status,
                one(PLACES),
                lines);
    }

    private CanonicalEvent movement(int i) {
        var kind =
                one(
                        List.of(
                                "receipt",
                                "receipt",
                                "issue",
                                "transfer_out",
                                "transfer_in",
                                "adjustment"));
        var more = new java.util.HashMap<String, String>();
        more.put("lot", one(LOTS));
        if (kind.equals("transfer_out")) {
            more.put("to_location", one(PLACES));
        }
        if (random.nextInt(3) == 0) {
            more.put("order_number", "O" + random.nextInt(4));
        }
        if (random.nextInt(3) == 0) {
            more.put("shipment", "S" + random.nextInt(4));
        }
        var quantity = kind.equals("adjustment") && random.nextBoolean() ? "-" : "";
        return events.movement(
                "M" + i,
                kind,
                one(ITEMS),
                one(PLACES),
                quantity + (1 + random.nextInt(9)),
                time(50),
                Map.copyOf(more));
    }

    private String quantity() {
        return String.valueOf(random.nextInt(12));
    }

    private Instant time(int hours) {
        return Events.NOON.plusSeconds(3_600L * random.nextInt(hours));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
