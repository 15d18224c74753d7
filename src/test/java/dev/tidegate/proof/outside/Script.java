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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What one tenant's partners send, without end and the same for the same seed: new things, later
 * versions, versions out of order, duplicates, the same key with other content, shipments before
 * their orders, nonsense.
 */
public final class Script {
    private static final Instant START = Instant.parse("2026-11-24T06:00:00Z");
    private static final int REMEMBERED_MAX = 2_000;
    private static final int ITEMS = 25;

    /** So high that what was held comes in another batch than what overtook it. */
    private static final int FRESH_PERCENT = 90;

    private static final int LOCATIONS = 3;
    private static final List<Nonsense> NONSENSE =
            List.of(
                    new Nonsense("{\"type\":\"order\",", "data_quality", "malformed_json"),
                    new Nonsense("{\"type\":\"teapot\"}", "schema_drift", "unsupported_type"),
                    new Nonsense("{\"number\":\"1\"}", "data_quality", "missing_field"));

    private final String tenant;
    private final String sender;
    private final Random random;
    private final List<Act> told = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Shipment> shipments = new ArrayList<>();
    private final List<Act> held = new ArrayList<>();
    private long step;

    public Script(String tenant, long seed) {
        this.sender = Long.toString(seed, 36);
        this.tenant = tenant;
        this.random = new Random(seed * 31 + tenant.hashCode());
    }

    public Act next() {
        step++;
        Act act = held.isEmpty() || chance(FRESH_PERCENT) ? fresh() : held.removeFirst();
        remember(act);
        return act;
    }

    private Act fresh() {
        int dice = random.nextInt(100);
        if (dice < 30) {
            return movement();
        } else if (dice < 52) {
            return order();
        } else if (dice < 64) {
            return laterOrder();
        } else if (dice < 70) {
            return shipment();
        } else if (dice < 74) {
            return laterShipment();
        } else if (dice < 78) {
            return milestone();
        } else if (dice < 83) {
            return count();
        } else if (dice < 95) {
            return again();
        } else if (dice < 97) {
            return contradiction();
        }
        return nonsense();
    }

    private Order order() {
        var order =
                new Order(
                        chance(65) ? "sales" : "purchase",
                        name("PO"),
                        1,
                        "open",
                        moment(),
                        lines());
        orders.add(order);
        return order;
    }

    /** Now and then the version after next comes first, and the next one late. */
    private Act laterOrder() {
        if (orders.isEmpty()) {
            return order();
        }
        int at = random.nextInt(orders.size());
        var next = after(orders.get(at));
        if (chance(30)) {
            held.add(next);
            next = after(next);
        }
        orders.set(at, next);
        return next;
    }

    private Order after(Order order) {
        var status = chance(10) ? "cancelled" : "open";
        return new Order(
                order.kind(),
                order.number(),
                order.version() + 1,
                status,
                order.orderedAt(),
                lines());
    }

    /** Often its order is told only after it. */
    private Shipment shipment() {
        var order = orders.isEmpty() || chance(40) ? order() : orders.get(any(orders.size()));
        if (chance(50)) {
            held.add(order);
        }
        var shipment =
                new Shipment(
                        name("SH"),
                        1,
                        order.kind().equals("sales") ? "outbound" : "inbound",
                        "shipped",
                        place(),
                        moment(),
                        contents(order));
        shipments.add(shipment);
        return shipment;
    }

    private Act laterShipment() {
        if (shipments.isEmpty()) {
            return shipment();
        }
        int at = random.nextInt(shipments.size());
        var old = shipments.get(at);
        var next =
                new Shipment(
                        old.number(),
                        old.version() + 1,
                        old.direction(),
                        chance(50) ? "delivered" : "shipped",
                        old.location(),
                        old.shippedAt(),
                        old.lines());
        shipments.set(at, next);
        return next;
    }

    private Act milestone() {
        return new Milestone(
                shipments.isEmpty() ? name("SH") : shipments.get(any(shipments.size())).number(),
                List.of("departed", "arrived", "delivered").get(random.nextInt(3)),
                moment());
    }

    private Movement movement() {
        int dice = random.nextInt(100);
        if (dice < 45) {
            var shipment = inboundOrNone();
            return movement("receipt", "", shipment.isEmpty() ? anOrder("purchase") : "", shipment);
        } else if (dice < 75) {
            return movement("issue", "", anOrder("sales"), "");
        } else if (dice < 85) {
            return movement("transfer_out", place(), "", "");
        } else if (dice < 92) {
            return movement("transfer_in", "", "", "");
        }
        return movement("adjustment", "", "", "");
    }

    private Movement movement(String kind, String toLocation, String order, String shipment) {
        var quantity = quantity();
        return new Movement(
                name("MV"),
                kind,
                item(),
                place(),
                toLocation,
                chance(30) ? "LOT-" + random.nextInt(3) : "",
                kind.equals("adjustment") && chance(50) ? quantity.negate() : quantity,
                moment(),
                order,
                shipment);
    }

    private Count count() {
        return new Count(
                name("CT"),
                item(),
                place(),
                chance(30) ? "LOT-" + random.nextInt(3) : "",
                quantity().multiply(BigDecimal.TEN),
                moment());
    }

    private Act again() {
        return told.isEmpty() ? movement() : told.get(random.nextInt(told.size()));
    }

    /** The same key, told with other content. */
    private Act contradiction() {
        return switch (again()) {
            case Movement old ->
                    new Movement(
                            old.number(),
                            old.kind(),
                            old.item(),
                            old.location(),
                            old.toLocation(),
                            old.lot(),
                            old.quantity().add(BigDecimal.ONE).abs(),
                            old.occurredAt(),
                            old.order(),
                            old.shipment());
            case Order old ->
                    new Order(
                            old.kind(),
                            old.number(),
                            old.version(),
                            old.status(),
                            old.orderedAt(),
                            lines());
            case Count old ->
                    new Count(
                            old.number(),
                            old.item(),
                            old.location(),
                            old.lot(),
                            old.quantity().add(BigDecimal.ONE),
                            old.countedAt());
            case Shipment _, Milestone _, Nonsense _ -> movement();
        };
    }

    private Nonsense nonsense() {
        return NONSENSE.get(random.nextInt(NONSENSE.size()));
    }

    private void remember(Act act) {
        if (told.size() < REMEMBERED_MAX) {
            told.add(act);
        } else {
            told.set(random.nextInt(told.size()), act);
        }
    }

    private List<Line> lines() {
        return lines(place());
    }

    /** One order, one location: so its demand can be foretold without knowing how it is split. */
    private List<Line> lines(String location) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> new Line(item(), location, quantity()))
                .toList();
    }

    private List<Content> contents(Order order) {
        return order.lines().stream()
                .map(line -> new Content(line.item(), line.quantity(), order.number()))
                .toList();
    }

    private String anOrder(String kind) {
        return chance(50)
                ? ""
                : orders.stream()
                        .filter(order -> order.kind().equals(kind))
                        .skip(any(Math.max(orders.size() / 4, 1)))
                        .findFirst()
                        .map(Order::number)
                        .orElse("");
    }

    private String inboundOrNone() {
        return chance(60)
                ? ""
                : shipments.stream()
                        .filter(shipment -> shipment.direction().equals("inbound"))
                        .skip(any(Math.max(shipments.size() / 4, 1)))
                        .findFirst()
                        .map(Shipment::number)
                        .orElse("");
    }

    private String name(String prefix) {
        return prefix + "-" + sender + "-" + step + "-" + random.nextInt(1_000);
    }

    private Instant moment() {
        return START.plus(Duration.ofMillis(step * 500 + random.nextInt(20_000)));
    }

    private String item() {
        return "PRF-" + random.nextInt(ITEMS);
    }

    private String place() {
        return "PDC" + random.nextInt(LOCATIONS);
    }

    private BigDecimal quantity() {
        return chance(15)
                ? new BigDecimal(1 + random.nextInt(500)).movePointLeft(2)
                : new BigDecimal(1 + random.nextInt(50));
    }

    private int any(int size) {
        return random.nextInt(size);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
